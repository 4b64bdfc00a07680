BeforeDiscovery {
    $modulePath = if ($env:DOCKERPS_MODULE) { $env:DOCKERPS_MODULE } else { Join-Path $PSScriptRoot '../../DockerPS.psd1' }
    $script:cmdlets = (Import-PowerShellDataFile $modulePath).CmdletsToExport
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'Help of <_>' -ForEach $cmdlets {
    BeforeAll {
        $script:help = Get-Help $_ -Full
        $script:command = Get-Command $_
    }

    It 'says what it does' {
        $help.Synopsis | Should -Not -Match '^\s*$'
        # Where there is no help, PowerShell shows the syntax instead.
        $help.Synopsis | Should -Not -BeLike "$_ *"
        "$($help.Description.Text)" | Should -Not -Match '\{\{'
    }

    It 'has three examples' {
        @($help.Examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($example in $help.Examples.example) { $example.code | Should -Not -Match '```' }
    }

    It 'describes each parameter' {
        foreach ($parameter in $help.parameters.parameter) {
            "$($parameter.description.Text)" | Should -Not -BeNullOrEmpty -Because $parameter.name
            $command.Parameters.Keys | Should -Contain $parameter.name
        }
    }
}

Describe 'Topics' {
    It 'has <_>' -ForEach 'about_DockerPS', 'about_DockerPS_Objects', 'about_DockerPS_Connections', 'about_DockerPS_Commands', 'about_DockerPS_Errors' {
        "$(Get-Help $_)" | Should -Match $_
    }
}
