BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'The engine' -Tag Engine {
    BeforeAll {
        Assert-Engine
    }

    It 'answers, and says who it is' {
        Test-DockerEngine | Should -BeTrue
        $status = Test-DockerEngine -Detailed
        $status.Reachable | Should -BeTrue
        $status.Source | Should -Match 'DOCKER_HOST'
        "$($status.ApiVersion)" | Should -Match '^1\.\d+'
    }
}

Describe 'Without an engine' {
    It 'says false, and in an error what is wrong' {
        Test-DockerEngine -Engine tcp://127.0.0.1:1 -Timeout 2s | Should -BeFalse
        (Test-DockerEngine -Engine tcp://127.0.0.1:1 -Timeout 2s -Detailed).Error | Should -Not -BeNullOrEmpty
    }

    It 'is an error with an id and a remedy' {
        Get-Container -Engine tcp://127.0.0.1:1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'EngineUnreachable,*'
        $problems[0].CategoryInfo.Category | Should -Be ConnectionError
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
