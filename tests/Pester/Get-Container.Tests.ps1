BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'Get-Container' -Tag Engine {
    BeforeAll {
        Assert-Engine
        $common = @{ Image = $Image; Label = "dockerps.run=$Run" }
        $script:running = Start-Container @common -Name "$Run-running" -Command sleep, 300
        $script:exited = Start-Container @common -Name "$Run-exited" -Command sh, -c, 'exit 3' | Wait-Container
        $script:created = New-Container $Image -Name "$Run-created" -Label "dockerps.run=$Run" -Command true
    }

    AfterAll {
        Clear-RunContainer
    }

    It 'lists running containers' {
        (Get-Container -Label "dockerps.run=$Run").Name | Should -Be "$Run-running"
    }

    It 'lists all with -All' {
        (Get-Container -All -Label "dockerps.run=$Run").Name | Sort-Object | Should -Be "$Run-created", "$Run-exited", "$Run-running"
    }

    It 'finds one by name, running or not' {
        (Get-Container "$Run-exited").ContainerId | Should -Be $exited.ContainerId
    }

    It 'finds one by the beginning of its id' {
        (Get-Container $running.ContainerId.Substring(0, 12)).Name | Should -Be "$Run-running"
    }

    It 'finds some by a wildcard' {
        Get-Container "$Run-*ed" | Should -HaveCount 2
    }

    It 'is silent about a wildcard that nothing matches' {
        Get-Container "$Run-nothing*" -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'reports a name that nothing has, and goes on' {
        $found = Get-Container "$Run-missing", "$Run-running" -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Name | Should -Be "$Run-running"
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ContainerNotFound,*'
    }

    It 'filters by state' {
        (Get-Container -State Created -Label "dockerps.run=$Run").Name | Should -Be "$Run-created"
        (Get-Container -State Exited -Label "dockerps.run=$Run").Name | Should -Be "$Run-exited"
    }

    It 'filters by exit code' {
        (Get-Container -ExitCode 3 -Label "dockerps.run=$Run" -All).Name | Should -Be "$Run-exited"
    }

    It 'gives values of real types' {
        $one = Get-Container "$Run-running"
        $one.Created | Should -BeOfType datetime
        $one.Created.Kind | Should -Be Local
        ((Get-Date) - $one.Created).TotalMinutes | Should -BeLessThan 10
        $one.State | Should -Be Running
        $one.Labels['dockerps.run'] | Should -Be $Run
    }

    It 'becomes its name in text' {
        "$(Get-Container "$Run-running")" | Should -Be "$Run-running"
    }

    It 'shows a table that says what docker ps says' {
        $text = Get-Container "$Run-running" | Out-String -Width 120
        $text | Should -Match 'Name\s+Image\s+Status\s+Ports\s+ContainerId'
        $text | Should -Match "$Run-running"
        $text | Should -Match 'Up '
    }

    It 'survives CLIXML, and still binds' {
        $file = Join-Path $TestDrive 'container.xml'
        Get-Container "$Run-running" | Export-Clixml $file
        $read = Import-Clixml $file
        $read.State | Should -Be Running
        ($read | Get-Container).ContainerId | Should -Be $running.ContainerId
    }

    It 'comes back from a job' {
        $manifest, $name = (Get-Module DockerPS).Path, "$Run-running"
        $job = Start-Job { Import-Module $using:manifest; Get-Container $using:name }
        try {
            ($job | Wait-Job -Timeout 60 | Receive-Job | Get-Container).ContainerId | Should -Be $running.ContainerId
        }
        finally {
            Remove-Job $job -Force
        }
    }
}
