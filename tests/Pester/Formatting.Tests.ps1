BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'Views' -Tag Engine {
    BeforeAll {
        Assert-Engine
        $script:one = Start-Container -Image $Image -Name "$Run-view" -Label "dockerps.run=$Run" -Command sleep, 300
    }

    AfterAll {
        Clear-RunContainer
    }

    It 'fits <_> columns' -ForEach 80, 120 {
        foreach ($thing in (Get-Container $one), (Get-ContainerImage $Image), (Get-ContainerProcess $one), (Measure-Container $one), (Get-ContainerVolume), (Get-ContainerNetwork)) {
            if ($null -eq $thing) { continue }
            foreach ($line in ($thing | Out-String -Width $_) -split "\r?\n") { $line.Length | Should -BeLessOrEqual $_ }
        }
    }

    It 'shows sizes and ages as people read them' {
        $text = Get-ContainerImage $Image | Out-String -Width 120
        $text | Should -Match '\d(\.\d+)?(kB|MB)'
        Get-Container $one | Out-String -Width 120 | Should -Match ' ago|just now'
    }

    It 'shows everything in a list' {
        $text = Get-Container $one | Format-List | Out-String -Width 120
        $text | Should -Match "ContainerId\s+: $($one.ContainerId)"
        $text | Should -Match 'Engine\s+: '
    }

    It 'shows an error in one line, with what to do' {
        Get-Container "$Run-nothing" -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -Match "$Run-nothing"
    }
}
