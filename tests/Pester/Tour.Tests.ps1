BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

# The first chapter of learning Docker; each test goes on where the one before it stopped.
Describe 'The tour' -Tag Engine {
    BeforeAll {
        Assert-Engine
        $script:mine = @{ Label = "dockerps.run=$Run" }
        $hello, $web, $port = "$Run-hello", "$Run-web", (Get-FreePort)
    }

    AfterAll {
        Clear-RunContainer
    }

    It 'runs a container, which says hello' {
        $done = Start-Container -Image $Image -Name $hello @mine -Command echo, 'Hello from PowerShell' | Wait-Container
        $done.Name | Should -Be $hello
        $done.State | Should -Be Exited
        "$(Get-ContainerLog $hello)" | Should -Be 'Hello from PowerShell'
    }

    It 'starts a web server and fetches a page from it' {
        $script = 'mkdir -p /srv && echo "hello from a container" > /srv/index.html && echo ready && exec httpd -f -vv -h /srv'
        Start-Container -Image $Image -Name $web -Publish "127.0.0.1:${port}:80" @mine -Command sh, -c, $script |
            Wait-Container -Condition LogMatch -Pattern ready -Timeout 30
        $page = $null
        for ($i = 0; $i -lt 50 -and -not $page; $i++) {
            try { $page = Invoke-WebRequest "http://127.0.0.1:$port/" -UseBasicParsing } catch { Start-Sleep -Milliseconds 100 }
        }

        $page.Content | Should -Match 'hello from a container'
    }

    It 'lists the running one, and both' {
        (Get-Container @mine).Name | Should -Be $web
        (Get-Container -All @mine).Name | Sort-Object | Should -Be $hello, $web
    }

    It 'shows its processes' {
        (Get-ContainerProcess $web).Command | Should -Contain 'httpd -f -vv -h /srv'
    }

    It 'reads its log' {
        (Get-ContainerLog $web).Message | Should -Contain 'ready'
        Get-ContainerLog $web -Tail 1 | Should -HaveCount 1
    }

    It 'inspects it' {
        $detail = Get-ContainerDetail $web
        $detail.Name | Should -Be $web
        "$($detail.Ports)" | Should -Match "${port}->80"
    }

    It 'addresses it by the first characters of its id' {
        $id = (Get-Container $web).ContainerId
        (Get-Container $id.Substring(0, 10)).ContainerId | Should -Be $id
    }

    It 'stops it, sees it exited, and starts it again' {
        Stop-Container $web -Timeout 1 | Should -BeNullOrEmpty
        (Get-Container $web).State | Should -Be Exited
        (Start-Container $web).State | Should -Be Running
    }

    It 'removes one' {
        Remove-Container $hello | Should -BeNullOrEmpty
        Get-Container "$hello*" | Should -BeNullOrEmpty
    }

    It 'removes all by pipeline, and again when there are none' {
        Get-Container @mine | Stop-Container -Timeout 1
        Get-Container -All @mine | Remove-Container
        Get-Container -All @mine | Should -BeNullOrEmpty
        Get-Container -All @mine | Remove-Container -ErrorAction Stop | Should -BeNullOrEmpty
    }
}
