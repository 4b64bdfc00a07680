BeforeAll {
    $manifest = Join-Path $PSScriptRoot '../../DockerPS.psd1'
    $script:module = Import-Module $manifest -PassThru
}

Describe 'The module' {
    It 'has a manifest in which nothing is wrong' {
        Test-ModuleManifest $manifest -WarningVariable warnings -WarningAction SilentlyContinue | ForEach-Object Name | Should -Be 'DockerPS'
        $warnings | Should -BeNullOrEmpty
    }

    It 'has a manifest that is plain data' {
        (Import-PowerShellDataFile $manifest).RootModule | Should -Match 'DockerPS\.dll$'
    }

    It 'exports just the cmdlets that its manifest lists' {
        $listed = (Import-PowerShellDataFile $manifest).CmdletsToExport | Sort-Object
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be $listed
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        $module.ExportedCmdlets.Values | Where-Object Verb -notin $approved | Should -BeNullOrEmpty
    }

    It 'loads nothing but itself on import' {
        # A process of its own: here a test before this one may have used an engine.
        $shell = (Get-Process -Id $PID).Path
        $script = "Import-Module '$manifest'; [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -like 'Docker*'"
        & $shell -NoProfile -NonInteractive -Command $script | Should -Be 'DockerPS'
    }

    It 'says where there is no engine' {
        Test-DockerEngine -Engine tcp://127.0.0.1:1 -Timeout 2s | Should -BeFalse
        { Get-Container -Engine tcp://127.0.0.1:1 -ErrorAction Stop } | Should -Throw -ErrorId 'EngineUnreachable*'
    }
}
