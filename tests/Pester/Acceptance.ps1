# For every test file: the built module, and names that belong to one test run.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', 'Image', Justification = 'The test files, which run this in their own scope, read it.')]
param()

$ModulePath = if ($env:DOCKERPS_MODULE) { $env:DOCKERPS_MODULE } else { Join-Path $PSScriptRoot '../../DockerPS.psd1' }
Import-Module $ModulePath -ErrorAction Stop

$Image = 'busybox:test'
$Run = "p$([guid]::NewGuid().ToString('n').Substring(0, 6))"

# An engine is asked for, never assumed: a test without one fails.
function Assert-Engine {
    if (-not $env:DOCKER_HOST) { throw 'DOCKER_HOST names no engine: tests never run on the one that happens to be here.' }
    if (-not (Test-DockerEngine)) { throw "No Docker engine answers at $env:DOCKER_HOST." }
}

function Clear-RunContainer {
    Get-Container -All -Label "dockerps.run=$Run" | Remove-Container -Force
}

function Get-FreePort {
    $listener = New-Object System.Net.Sockets.TcpListener ([Net.IPAddress]::Loopback), 0
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}
