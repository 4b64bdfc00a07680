<#
.SYNOPSIS
Runs the acceptance tests in this PowerShell on the built module. Tests with the tag Engine want a Docker engine in DOCKER_HOST, with the image
busybox:test.
#>
[CmdletBinding()]
param(
    # Where the sums are written, as JSON.
    [string] $Report,

    # Only tests whose full name contains this.
    [string] $Filter,

    # Without those that want an engine.
    [switch] $WithoutEngine
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
if ($Filter) { $configuration.Filter.FullName = "*$Filter*" }
if ($WithoutEngine) { $configuration.Filter.ExcludeTag = 'Engine' }
$run = Invoke-Pester -Configuration $configuration

# A block or a file that fails before its tests is a failure too.
$failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
if ($Report) {
    [ordered] @{ passed = $run.PassedCount; failed = $failed; skipped = $run.SkippedCount } | ConvertTo-Json -Compress | Set-Content $Report
}

exit [int] ($failed -gt 0)
