BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'Networks' -Tag Engine {
    BeforeAll {
        Assert-Engine
        $script:network = New-ContainerNetwork "$Run-net" -Label "dockerps.run=$Run"
    }

    AfterAll {
        Clear-RunContainer
        Get-ContainerNetwork "$Run-*" | Remove-ContainerNetwork -Confirm:$false
    }

    It 'makes one and lists it' {
        $network.Name | Should -Be "$Run-net"
        (Get-ContainerNetwork "$Run-net").NetworkId | Should -Be $network.NetworkId
        (Get-ContainerNetwork).Name | Should -Contain 'bridge'
    }

    It 'connects a container that then knows another by its name' {
        $null = Start-Container -Image $Image -Name "$Run-server" -Network "$Run-net" -Label "dockerps.run=$Run" -Command sleep, 300
        $null = Start-Container -Image $Image -Name "$Run-client" -Label "dockerps.run=$Run" -Command sleep, 300
        Connect-ContainerNetwork "$Run-net" "$Run-client"
        Invoke-ContainerCommand "$Run-client" -Command ping, -c, 1, "$Run-server" | Should -Not -BeNullOrEmpty
        $LASTEXITCODE | Should -Be 0
        Disconnect-ContainerNetwork "$Run-net" "$Run-client"
        "$((Get-ContainerDetail "$Run-client").Networks)" | Should -Not -Match "$Run-net"
    }

    It 'does not remove one that is in use, and says so' {
        Remove-ContainerNetwork "$Run-net" -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        Get-ContainerNetwork "$Run-net" | Should -HaveCount 1
    }
}
