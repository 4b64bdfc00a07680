@{
    RootModule        = 'DockerPS.Bench.Empty.dll'
    ModuleVersion     = '0.1.0'
    GUID              = '6a0d6f39-6f5d-4a0c-8c4b-3c9f5d0c1f72'
    FunctionsToExport = @()
    CmdletsToExport   = @('Get-Nothing')
    VariablesToExport = @()
    AliasesToExport   = @()
    TypesToProcess    = @('Nothing.Types.ps1xml')
    FormatsToProcess  = @('Nothing.Format.ps1xml')
}
