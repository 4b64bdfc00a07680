<#
.SYNOPSIS
The first chapter of learning Docker, in PowerShell: each line is shown, run, and held against what it should give.

.DESCRIPTION
Runs on the engine that DOCKER_HOST names. Without -Guest the engine is the tour's own: it has the image busybox:test, and all its containers
go at the end. With -Guest it is somebody's: the tour makes its own image, marks its own containers with a label, and removes only those.
#>
[CmdletBinding()]
param([switch] $Guest)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ([Console]::IsOutputRedirected -and (Test-Path variable:PSStyle)) { $PSStyle.OutputRendering = 'PlainText' }
Import-Module (Join-Path $PSScriptRoot '../../DockerPS.psd1') -ErrorAction Stop
. (Join-Path $PSScriptRoot 'TourSupport.ps1')

if ($Guest) {
    # Names that nobody else has, and a port that is free. A tour that was killed may have left something.
    Get-Container -All -Label dockerps.demo | Remove-Container -Force
    $image = Install-TourImage
    $hello, $web = 'dockerps-hello', 'dockerps-web'
    $mark, $mine = ' -Label dockerps.demo', ' -Label dockerps.demo'
    $port = Get-FreePort 8080
}
else {
    $image = 'busybox:test'
    $hello, $web = 'hello', 'web'
    $mark, $mine = '', ''
    $port = 8080
}

# What is typed, as at a prompt.
function Show-Line([string] $Line) {
    Write-Host ''
    Write-Host 'PS> ' -NoNewline
    Write-Host $Line -ForegroundColor Yellow
}

function Show-End([string] $Text, [ConsoleColor] $Color) {
    Write-Host $Text -ForegroundColor $Color
}

$page = "http://$(Get-EngineAddress):$port/"
$words = 'Hello from PowerShell'

# Line: what is typed. Check: whether its results ($r) are right. Ready: what must be true before the line can work.
$steps = @(
    @{
        Line = "Start-Container -Image $image -Name $hello$mark -Command echo, '$words' | Wait-Container"
        Check = { @($r).Count -eq 1 -and $r.Name -eq $hello -and $r.State -eq 'Exited' -and $r.ExitCode -eq 0 }
    }
    @{
        Line = "Get-ContainerLog $hello"
        Check = { "$r" -eq $words }
    }
    @{
        Line = "Start-Container -Image $image -Name $web -Publish ${port}:80$mark -Command httpd, -f, -vv, -h, /www"
        Check = { $r.Name -eq $web -and $r.State -eq 'Running' }
    }
    @{
        Ready = { Test-Port (Get-EngineAddress) $port }
        Line = "(Invoke-WebRequest $page -UseBasicParsing).Content"
        Check = { "$r" -match 'hello from a container' }
    }
    @{
        Line = 'Get-Container'
        Check = { @($r).Name -contains $web -and @($r).Name -notcontains $hello }
    }
    @{
        Line = 'Get-Container -All'
        Check = { @($r).Name -contains $web -and @($r).Name -contains $hello }
    }
    @{
        Line = "Get-ContainerProcess $web"
        Check = { @($r).Count -ge 1 -and "$($r.Command)" -match 'httpd' }
    }
    @{
        Line = "Get-ContainerLog $web | Select-Object -Last 2"
        Check = { @($r).Count -eq 2 -and "$r" -match '200' }
    }
    @{
        Line = "Get-ContainerDetail $web"
        Check = { @($r).Count -eq 1 -and $r.Name -eq $web }
    }
    @{
        Line = "`$id = (Get-Container $web).ContainerId.Substring(0, 6)"
        Check = { $id.Length -eq 6 }
    }
    @{
        Line = 'Get-Container $id'
        Check = { @($r).Count -eq 1 -and $r.Name -eq $web }
    }
    @{
        Line = "Stop-Container $web -Timeout 1"
        Check = { $null -eq $r }
    }
    @{
        Line = "Get-Container $web"
        Check = { $r.State -eq 'Exited' }
    }
    @{
        Line = "Start-Container $web"
        Check = { $r.State -eq 'Running' }
    }
    @{
        Line = "Remove-Container $hello"
        Check = { $null -eq $r -and $null -eq (Get-Container "$hello*" -All) }
    }
    @{
        Line = "Get-Container$mine | Stop-Container -Timeout 1"
        Check = { $null -eq $r }
    }
    @{
        Line = "Get-Container -All$mine | Remove-Container"
        Check = { $null -eq $r -and $null -eq (Get-Container "$web*" -All) }
    }
    @{
        Line = "Get-Container -All$mine | Remove-Container"
        Check = { $null -eq $r }
    }
    @{
        Line = "Get-Container -All$mine"
        Check = { $null -eq $r }
    }
)

$passed = 0
try {
    foreach ($step in $steps) {
        if ($step.ContainsKey('Ready')) { Wait-Until $step.Ready }
        Show-Line $step.Line
        $Error.Clear()
        $r = $null
        $ErrorActionPreference = 'Continue'

        # In this scope, so that a variable which one line sets is there in the next.
        try { $r = . ([scriptblock]::Create($step.Line)) } catch { $_ | Out-Host }
        $r | Out-Host
        $ErrorActionPreference = 'Stop'
        if ($Error.Count -gt 0 -or -not (. $step.Check)) {
            Show-End "This is not what was expected: $(([string] $step.Check).Trim())" Red
            break
        }

        $passed++
    }
}
finally {
    if ($Guest) { Clear-Tour $image }
}

if ($passed -lt $steps.Count) {
    Show-End "`nThe tour ended at line $($passed + 1) of $($steps.Count)." Red
    exit 1
}

Show-End "`nThe tour is over: $passed lines, and each gave what it should." Green
exit 0
