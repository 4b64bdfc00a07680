BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')

    # A store of this run's own: the user's contexts are not touched.
    $script:Before = @{ DOCKER_CONFIG = $env:DOCKER_CONFIG; DOCKER_HOST = $env:DOCKER_HOST; DOCKER_CONTEXT = $env:DOCKER_CONTEXT }
    $env:DOCKER_CONFIG = Join-Path ([IO.Path]::GetTempPath()) "$Run-contexts"
    $env:DOCKER_CONTEXT = $null

    # Letters beyond ASCII, spelled so that Windows PowerShell reads them too.
    $script:Description = "for tests, gr$([char] 0xF6)$([char] 0xDF)er"
}

AfterAll {
    if (Test-Path $env:DOCKER_CONFIG) { Remove-Item $env:DOCKER_CONFIG -Recurse -Force }
    foreach ($name in $Before.Keys) { [Environment]::SetEnvironmentVariable($name, $Before[$name]) }
}

Describe 'Contexts' {
    BeforeAll {
        $env:DOCKER_HOST = $null
        $script:made = New-DockerContext lab tcp://192.0.2.1:2375 -Description $Description
    }

    It 'makes one and lists it beside the default' {
        $made.Name | Should -Be 'lab'
        $made.Address.OriginalString | Should -Be 'tcp://192.0.2.1:2375'
        (Get-DockerContext).Name | Should -Be 'default', 'lab'
        (Get-DockerContext l*).Description | Should -Be $Description
    }

    It 'refuses a name that is there' {
        { New-DockerContext lab tcp://192.0.2.2:2375 -ErrorAction Stop } | Should -Throw -ErrorId 'NameConflict,*'
        (Get-DockerContext lab).Address.OriginalString | Should -Be 'tcp://192.0.2.1:2375'
    }

    It 'copies, changes and removes' {
        New-DockerContext copy -From lab | Should -HaveCount 1
        Set-DockerContext copy tcp://192.0.2.3:2375
        Get-DockerContext copy, lab | ForEach-Object { $_.Address.OriginalString } | Should -Be 'tcp://192.0.2.3:2375', 'tcp://192.0.2.1:2375'
        Remove-DockerContext copy -WhatIf
        Get-DockerContext copy | Should -HaveCount 1
        Remove-DockerContext copy
        Get-DockerContext copy* | Should -BeNullOrEmpty
    }

    It 'uses one, until another is used' {
        Use-DockerContext lab
        (Get-DockerContext -Current).Name | Should -Be 'lab'
        (Get-DockerEngine).Name | Should -Be 'lab'
        Use-DockerContext default
        (Get-DockerContext -Current).Name | Should -Be 'default'
    }

    It 'goes through a file to another store' {
        $file = Export-DockerContext lab $env:DOCKER_CONFIG
        $file | Should -BeOfType IO.FileInfo
        (Import-DockerContext $file.FullName -Name again).Description | Should -Be $Description
        (Get-DockerContext again).Address | Should -Be (Get-DockerContext lab).Address
        Get-DockerContext again | Remove-DockerContext
    }

    It 'says what is not there' {
        Get-DockerContext nothing -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ContextNotFound,*'
        $problems[0].TargetObject | Should -Be 'nothing'
    }

    It 'completes their names' {
        $line = 'Use-DockerContext l'
        $match = (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches
        $match.CompletionText | Should -Be 'lab'
        $match.ToolTip | Should -Be "lab, $Description, tcp://192.0.2.1:2375"
    }
}

Describe 'Contexts of an engine' -Tag Engine {
    BeforeAll {
        $env:DOCKER_HOST = $Before.DOCKER_HOST
        Assert-Engine
        $null = New-DockerContext here $env:DOCKER_HOST
        $env:DOCKER_HOST = $null
    }

    It 'names the engine for one command' {
        Test-DockerEngine here | Should -BeTrue
        (Get-ContainerImage $Image -Engine here).Engine | Should -Be 'here'
    }

    It 'is the engine while it is used' {
        Use-DockerContext here
        (Get-DockerInfo).Engine | Should -Be 'here'
        (Test-DockerEngine -Detailed).Source | Should -Match 'context'
        Use-DockerContext default
    }
}
