<#
.SYNOPSIS
Builds DockerPS, shows it, tests it. On Linux and macOS ./build.sh starts this script, also where no PowerShell is installed.

.DESCRIPTION
build  builds everything; after it Import-Module ./DockerPS.psd1 works from here.
demo   plays a tour on a Docker engine: the one that answers here, or one of its own that is gone afterwards.
test   gets the Docker engines that tests need (Debian, as root), builds, runs all tests and sums up.
shell  builds and gives a prompt with the module imported.
pack   builds the module and packs it in out/package: the module's folder, a package for a gallery, a zip for Azure Automation.
help   builds the module and writes its help anew: docs/*.md and en-US/DockerPS.dll-Help.xml (PowerShell 7 with Microsoft.PowerShell.PlatyPS 1.0).
clean  removes all that was built.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The functions below read them.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('build', 'demo', 'test', 'shell', 'pack', 'help', 'clean')]
    [string] $Command = 'build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # build: only the module, without its tests.
    [switch] $ModuleOnly,

    # test: only tests whose full name contains this.
    [string] $Filter,

    # test: the Docker versions to test on (20.10, 26.1, 28.5), with commas between; all that can be had by default.
    # demo: the version of the private engine, which is started even where another one answers.
    [string] $Engine
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ([Console]::IsOutputRedirected -and (Test-Path variable:PSStyle)) { $PSStyle.OutputRendering = 'PlainText' }
$Root = $PSScriptRoot
$Out = Join-Path $Root 'out'
$Module = 'src/DockerPS.Engine/DockerPS.Engine.csproj'
$OwnHost = $Host.Name -eq 'DockerPS Shell'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

# Where this script runs, other scripts run too. The first words of a command line.
$Shell = @(if ($OwnHost) { 'dotnet'; [Environment]::GetCommandLineArgs()[0] } else { (Get-Process -Id $PID).Path })

function Show-Step([string] $Text) {
    Write-Host "== $Text" -ForegroundColor Cyan
}

function Show-Text([string] $Text) {
    Write-Host $Text
}

# Runs a command line, whose output goes where the caller's goes: to the terminal, unless somebody takes it.
function Invoke-Line([string[]] $Line) {
    $arguments = @($Line | Select-Object -Skip 1)
    & $Line[0] @arguments
}

function Invoke-Native([string[]] $Line) {
    Invoke-Line $Line
    if ($LASTEXITCODE -ne 0) {
        throw "'$($Line -join ' ')' ended with code $LASTEXITCODE."
    }
}

function Get-TestAssembly([string] $Name) {
    Join-Path $Root "tests/$Name/bin/$Configuration/net10.0/DockerPS.Tests.$Name.dll"
}

function Invoke-Build([string[]] $Projects = 'DockerPS.slnx') {
    Show-Step "Build ($Configuration)"
    foreach ($project in $Projects) {
        Invoke-Native 'dotnet', 'build', (Join-Path $Root $project), '--configuration', $Configuration, '--verbosity', 'minimal'
    }
}

function Install-Engine([string[]] $Version) {
    Show-Step 'Docker engines'
    Invoke-Native (@('dotnet', (Get-TestAssembly Engines), 'install') + $Version)
}

# The versions that are here now: "20.10  /usr/sbin/dockerd".
function Get-InstalledEngine {
    & dotnet (Get-TestAssembly Engines) list | ForEach-Object {
        $version, $place = $_ -split '\s+', 2
        if ($place -like '/*') { $version }
    }
}

function Test-CanHaveEngine {
    # Cages are Linux namespaces made by root, and the engines are Debian's.
    $PSVersionTable.PSEdition -eq 'Core' -and $IsLinux -and (Test-Path /usr/bin/apt-get) -and [Environment]::UserName -eq 'root'
}

# What the tests came to: the names of the suites with their counts.
$Results = New-Object System.Collections.ArrayList

function Add-Result([string] $Suite, [int] $Passed = 0, [int] $Failed = 0, [int] $Skipped = 0) {
    [void] $Results.Add([pscustomobject] @{ Suite = $Suite; Passed = $Passed; Failed = $Failed; Skipped = $Skipped })
}

# Runs an xunit suite once and reads what it came to; nothing when it left no report.
function Invoke-XunitRun([string] $Suite, [string[]] $Before, [string] $Report, [string[]] $Options) {
    $line = @(@($Before) + 'dotnet' + (Get-TestAssembly $Suite) + '-noLogo' + '-noColor' + '-result-xml' + $Report + $Options | Where-Object { $_ })
    Invoke-Line $line | Out-Host
    $code = $LASTEXITCODE
    if (-not (Test-Path $Report)) {
        Show-Text "tests/$Suite ended with code $code and without a report."
        return
    }

    $run = @{ passed = 0; failed = 0; skipped = 0; errors = 0; code = $code; methods = @() }
    foreach ($assembly in ([xml] (Get-Content $Report -Raw)).assemblies.assembly) {
        foreach ($name in 'passed', 'failed', 'skipped', 'errors') { $run[$name] += [int] $assembly.GetAttribute($name) }
        foreach ($test in $assembly.SelectNodes("collection/test[@result='Fail']")) {
            $run.methods += $test.GetAttribute('type') + '.' + $test.GetAttribute('method')
        }
    }

    $run.methods = @($run.methods | Sort-Object -Unique)
    $run
}

function Invoke-XunitSuite([string] $Suite, [string[]] $Before) {
    Show-Step "tests/$Suite"
    $options = @(if ($Filter) { '-method', "*$Filter*" })
    $run = Invoke-XunitRun $Suite $Before -Report (Join-Path $Out "$Suite.xml") -Options $options
    if (-not $run) {
        Add-Result $Suite -Failed 1
        return
    }

    # A few tests that failed among all others run again by themselves: what only a busy machine made fail is said, and is no failure.
    $passed = $run.passed
    $failed = $run.failed
    $code = $run.code
    if ($run.errors -eq 0 -and $run.methods.Count -gt 0 -and $run.methods.Count -le 40) {
        Show-Step "tests/$Suite, once more what failed"
        $options = @('-parallelMode', 'none') + @(foreach ($method in $run.methods) { '-method'; $method })
        $again = Invoke-XunitRun $Suite $Before -Report (Join-Path $Out "$Suite-again.xml") -Options $options
        if ($again -and $again.errors -eq 0 -and $again.passed -gt 0) {
            $unsteady = @($run.methods | Where-Object { $again.methods -notcontains $_ })
            foreach ($method in $unsteady) { Show-Text "Passed only at the second try: $method" }
            $passed += $failed - $again.failed
            $failed = $again.failed
            $code = $again.code
        }
    }

    # A fixture that fails, or a process that ends badly after its last test, is a failure too.
    $failed += $run.errors
    if ($code -ne 0 -and $failed -eq 0) { $failed = 1 }
    Add-Result $Suite -Passed $passed -Failed $failed -Skipped $run.skipped
}

function Invoke-PesterSuite([string] $Version) {
    Show-Step "tests/Pester on Docker $Version"
    $report = Join-Path $Out "Pester-$Version.json"
    $run = @('dotnet', (Get-TestAssembly Engines), 'run', '--engine', $Version, '--image', '--') + $Shell +
        @('-NoProfile', '-NonInteractive', '-File', (Join-Path $Root 'tests/Pester/Invoke.ps1'), '-Report', $report)
    if ($Filter) { $run += '-Filter', $Filter }
    Invoke-Line $run
    if (Test-Path $report) {
        $sums = Get-Content $report -Raw | ConvertFrom-Json
        Add-Result "Pester $Version" -Passed $sums.passed -Failed $sums.failed -Skipped $sums.skipped
    }
    else {
        Add-Result "Pester $Version" -Failed 1
    }
}

function Test-Format {
    Show-Step 'dotnet format'
    & dotnet format whitespace (Join-Path $Root 'DockerPS.slnx') --verify-no-changes --no-restore
    if ($LASTEXITCODE -eq 0) { Add-Result 'Format' -Passed 1 } else { Add-Result 'Format' -Failed 1 }
}

function Invoke-Suite {
    $versions = @(if ($Engine) { $Engine -split ',' | ForEach-Object { $_.Trim() } })
    Invoke-Build
    if (-not $Filter) { Test-Format }
    Invoke-XunitSuite 'Unit' @()
    if (-not (Test-CanHaveEngine)) {
        Show-Text 'tests/Cmdlets and tests/Pester did not run: their engines want root on a Debian.'
        return
    }

    # Named versions come with Mono, which the tests of the .NET Framework build run on; without names everything comes.
    Install-Engine (@($versions) + @(if ($Engine) { 'mono' }))
    if ($Engine) { $env:DOCKERPS_ENGINES = $versions -join ',' } else { $versions = @(Get-InstalledEngine) }
    Invoke-XunitSuite 'Cmdlets' 'dotnet', (Get-TestAssembly Engines), 'cage', '--'
    if ($OwnHost -or -not (Get-Module -ListAvailable Pester | Where-Object { $_.Version -ge [version] '5.0' })) {
        Show-Text 'tests/Pester did not run: it wants pwsh with Pester 5.'
        return
    }

    $versions | ForEach-Object { Invoke-PesterSuite $_ }
}

function Invoke-Test {
    if (Test-Path $Out) { Remove-Item $Out -Recurse -Force }
    [void] (New-Item -ItemType Directory -Force $Out)
    try {
        Invoke-Suite
    }
    catch {
        # Whatever stops the run in its middle is a failure, and the sum is said all the same.
        $_ | Out-Host
        Add-Result $Command -Failed 1
    }

    Show-Result
}

function Show-Result {
    Show-Step 'Results'
    $Results | Format-Table -AutoSize | Out-Host
    $sum = @{ Passed = 0; Failed = 0; Skipped = 0 }
    foreach ($result in $Results) {
        foreach ($name in 'Passed', 'Failed', 'Skipped') { $sum[$name] += $result.$name }
    }

    $line = "$($sum.Passed) passed, $($sum.Failed) failed"
    if ($sum.Skipped) { $line += ", $($sum.Skipped) skipped" }
    Show-Text $line
    exit [int] ($sum.Failed -gt 0 -or $sum.Passed -eq 0)
}

# The engine that is meant when nothing is said: DOCKER_HOST, or the one at the platform's usual place.
function Find-Engine {
    $usual = 'unix:///var/run/docker.sock'
    if ($PSVersionTable.PSEdition -ne 'Core' -or $IsWindows) { $usual = 'npipe:////./pipe/docker_engine' }
    $endpoint = $usual
    if ($env:DOCKER_HOST) { $endpoint = $env:DOCKER_HOST }
    $env:DOCKERPS_PROBE = $endpoint
    $env:DOCKERPS_MODULE = Join-Path $Root 'DockerPS.psd1'
    $probe = 'Import-Module $env:DOCKERPS_MODULE; exit [int] (-not (Test-DockerEngine -Engine $env:DOCKERPS_PROBE -Timeout 1s))'
    Invoke-Line ($Shell + @('-NoProfile', '-NonInteractive', '-Command', $probe)) | Out-Null
    if ($LASTEXITCODE -eq 0) { return $endpoint }
    if ($env:DOCKER_HOST) { throw "DOCKER_HOST is $env:DOCKER_HOST, and no Docker engine answers there. Without it the demo starts an engine of its own." }
}

function Invoke-Demo {
    Invoke-Build $Module, 'tests/Engines/DockerPS.Tests.Engines.csproj'
    $tour = $Shell + @('-NoProfile', '-File', (Join-Path $Root 'tests/Shell/tour.ps1'))
    $found = if (-not $Engine) { Find-Engine }
    if ($found) {
        Show-Step "Tour on the engine at $found"
        $env:DOCKER_HOST = $found
        Invoke-Native ($tour + '-Guest')
        return
    }

    if (-not (Test-CanHaveEngine)) {
        throw 'No Docker engine answers here (DOCKER_HOST, or the usual place), and a private one wants root on a Debian.'
    }

    $version = if ($Engine) { $Engine } else { '20.10' }
    Install-Engine $version
    Show-Step "Tour on a private Docker $version"
    Invoke-Native (@('dotnet', (Get-TestAssembly Engines), 'run', '--engine', $version, '--image', '--') + $tour)
}

function Invoke-Shell {
    Invoke-Build $Module
    $env:DOCKERPS_MODULE = Join-Path $Root 'DockerPS.psd1'
    Invoke-Line ($Shell + @('-NoLogo', '-NoExit', '-Command', 'Import-Module $env:DOCKERPS_MODULE'))
    exit $LASTEXITCODE
}

function Invoke-Pack {
    Invoke-Build $Module
    & (Join-Path $Root 'src/pack.ps1') -Destination (Join-Path $Out 'package')
}

function Invoke-Help {
    Invoke-Build $Module
    Invoke-Native ($Shell + @('-NoProfile', '-NonInteractive', '-File', (Join-Path $Root 'docs/help.ps1'), '-Configuration', $Configuration))
    Invoke-Native ($Shell + @('-NoProfile', '-NonInteractive', '-File', (Join-Path $Root 'docs/topics.ps1'), '-Configuration', $Configuration))
}

function Clear-Build {
    $built = @(Join-Path $Root 'bin'; $Out)
    foreach ($project in Get-ChildItem (Join-Path $Root 'src'), (Join-Path $Root 'tests') -Recurse -Filter *.csproj) {
        $folder = Split-Path $project.FullName
        $built += (Join-Path $folder 'bin'), (Join-Path $folder 'obj')
    }

    foreach ($folder in $built) {
        if (Test-Path $folder) { Remove-Item $folder -Recurse -Force }
    }
}

switch ($Command) {
    'build' { if ($ModuleOnly) { Invoke-Build $Module } else { Invoke-Build } }
    'test' { Invoke-Test }
    'demo' { Invoke-Demo }
    'shell' { Invoke-Shell }
    'pack' { Invoke-Pack }
    'help' { Invoke-Help }
    'clean' { Clear-Build }
}
