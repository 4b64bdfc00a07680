BeforeAll {
    . (Join-Path $PSScriptRoot 'Acceptance.ps1')
}

Describe 'Containers' -Tag Engine {
    BeforeAll {
        Assert-Engine
        $mine = @{ Label = "dockerps.run=$Run" }
        $name = "$Run-box"
        $null = Start-Container -Image $Image -Name $name @mine -Env @{ GREETING = 'hello' } -Memory 64MB -Command sleep, 300
    }

    AfterAll {
        Clear-RunContainer
    }

    It 'takes hashtables and byte suffixes, and says them again' {
        $detail = Get-ContainerDetail $name
        "$($detail.Env)" | Should -Match 'GREETING=hello'
        $detail.Raw.HostConfig.Memory | Should -Be 64MB
    }

    It 'runs a command in one: output, exit code, errors' {
        Invoke-ContainerCommand $name sh -- -c 'echo $GREETING' | Should -Be 'hello'
        Invoke-ContainerCommand $name false -ErrorAction SilentlyContinue -ErrorVariable failed
        $LASTEXITCODE | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CommandFailed,*'
    }

    It 'pipes lines in, and takes them back' {
        'b', 'a' | Invoke-ContainerCommand $name sort | Should -Be 'a', 'b'
    }

    It 'runs one in the foreground' {
        (Invoke-Container $Image -Rm -Command echo, hi -AsResult).Output | Should -Be 'hi'
    }

    It 'measures it' {
        $sample = Measure-Container $name
        "$($sample.Container)$($sample.Name)" | Should -Match $name
        $sample.MemoryLimit | Should -Be 64MB
    }

    It 'pauses, goes on and gets another name' {
        Suspend-Container $name
        (Get-Container $name).State | Should -Be Paused
        Resume-Container $name
        Rename-Container $name "$name-2"
        (Get-Container "$name-2").State | Should -Be Running
        Rename-Container "$name-2" $name
    }

    It 'shows what would be removed, and keeps it' {
        Get-Container $name | Remove-Container -Force -WhatIf
        Get-Container $name | Should -HaveCount 1
    }

    It 'copies a file in and out' {
        $file = Join-Path $TestDrive 'note.txt'
        Set-Content $file 'from here'
        Copy-ContainerItem $file "${name}:/tmp/"
        Invoke-ContainerCommand $name cat /tmp/note.txt | Should -Be 'from here'
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive back)
        Copy-ContainerItem "${name}:/tmp/note.txt" $folder.FullName
        Get-Content (Join-Path $folder 'note.txt') | Should -Be 'from here'
    }
}
