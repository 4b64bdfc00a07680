BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'Images' -Tag Engine {
    BeforeAll {
        Assert-Engine
    }

    It 'lists them with their tags and bytes' {
        $found = Get-ContainerImage $Image
        "$found" | Should -Be $Image
        $found.Size | Should -BeOfType long
        $found.Created | Should -BeOfType datetime
    }

    It 'is silent about a wildcard that nothing matches, and not about a name' {
        Get-ContainerImage "$Run-*" -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-ContainerImage "$Run-nothing" -ErrorAction Stop } | Should -Throw -ErrorId 'ImageNotFound*'
    }

    It 'gives one another tag, and takes it away' {
        Add-ContainerImageTag $Image "${Run}:one"
        (Get-ContainerImage "${Run}:one").ImageId | Should -Be (Get-ContainerImage $Image).ImageId
        $null = Remove-ContainerImage "${Run}:one"
        Get-ContainerImage "${Run}*" | Should -BeNullOrEmpty
        Get-ContainerImage $Image | Should -HaveCount 1
    }

    It 'tells what one is made of' {
        (Get-ContainerImageDetail $Image).ImageId | Should -Be (Get-ContainerImage $Image).ImageId
        { Get-ContainerImageHistory $Image -ErrorAction Stop } | Should -Not -Throw
    }
}
