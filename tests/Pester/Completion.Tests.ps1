BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')

    function Complete([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

Describe 'Completion' -Tag Engine {
    BeforeAll {
        Assert-Engine
        $common = @{ Image = $Image; Label = "dockerps.run=$Run" }
        $null = Start-Container @common -Name "$Run-runs" -Command sleep, 300
        $null = Start-Container @common -Name "$Run-ended" -Command true | Wait-Container
    }

    AfterAll {
        Clear-RunContainer
    }

    It 'offers what the command can work on' {
        (Complete "Stop-Container $Run").CompletionText | Should -Be "$Run-runs"
        (Complete "Start-Container $Run").CompletionText | Should -Be "$Run-ended"
        (Complete "Get-ContainerLog $Run").CompletionText | Should -Be "$Run-ended", "$Run-runs"
    }

    It 'says what each is' {
        (Complete "Stop-Container $Run").ToolTip | Should -Match "^$Run-runs: busybox:test, Up .*, created "
    }

    It 'offers images, labels and paths in containers' {
        (Complete 'New-Container busyb').CompletionText | Should -Contain 'busybox:test'
        (Complete "Get-Container -Label dockerps.run=$Run").CompletionText | Should -Be "dockerps.run=$Run"
        (Complete "Copy-ContainerItem ${Run}-runs:/et").CompletionText | Should -Be "${Run}-runs:/etc/"
    }
}

Describe 'Completion without an engine' {
    It 'is silence' {
        $before = $Error.Count
        Complete 'Stop-Container -Engine tcp://127.0.0.1:1 ' | Should -BeNullOrEmpty
        $Error.Count | Should -Be $before
    }

    It 'offers words of dockers' {
        (Complete 'New-Container x -Restart un').CompletionText | Should -Be 'unless-stopped'
        (Complete 'Send-ContainerSignal x hu').CompletionText | Should -Be 'HUP'
    }
}
