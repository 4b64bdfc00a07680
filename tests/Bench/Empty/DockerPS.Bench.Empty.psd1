@{
    RootModule        = 'DockerPS.Bench.Empty.dll'
    ModuleVersion     = '0.1.0'
    GUID              = '0b7f3f0a-6a7c-4a35-9a6e-2f7a4a6d5c11'
    FunctionsToExport = @()
    CmdletsToExport   = @('Get-Nothing')
    VariablesToExport = @()
    AliasesToExport   = @()
}
