BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'Volumes' -Tag Engine {
    BeforeAll {
        Assert-Engine
        $script:volume = New-ContainerVolume "$Run-data" -Label "dockerps.run=$Run"
    }

    AfterAll {
        Clear-RunContainer
        Get-ContainerVolume "$Run-*" | Remove-ContainerVolume -Confirm:$false
    }

    It 'makes one and lists it' {
        $volume.Name | Should -Be "$Run-data"
        (Get-ContainerVolume "$Run-data").Driver | Should -Be local
        (Get-ContainerVolume -Label "dockerps.run=$Run").Name | Should -Be "$Run-data"
    }

    It 'keeps what a container wrote for the next one' {
        Invoke-Container $Image -Rm -Volume "${Run}-data:/data" -Command sh, -c, 'echo kept > /data/file'
        Invoke-Container $Image -Rm -Volume "${Run}-data:/data:ro" -Command cat, /data/file | Should -Be 'kept'
    }

    It 'asks before data goes: -WhatIf keeps it' {
        Remove-ContainerVolume "$Run-data" -WhatIf
        Get-ContainerVolume "$Run-data" | Should -HaveCount 1
        Remove-ContainerVolume "$Run-data" -Confirm:$false
        Get-ContainerVolume "$Run-*" | Should -BeNullOrEmpty
    }
}
