using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

/// <summary>Script blocks in containers: their pwsh is the console host of tests/Shell, with this machine's .NET under it.</summary>
public sealed class ScriptBlockTests(SharedEngines engines) : ContainerTests(engines)
{
    private static readonly string Shell = Path.GetDirectoryName(BuildOutput.Of("tests/Shell", "net10.0", "DockerPS.Shell.dll"))!;

    [Theory, EveryEngine]
    public async Task Objects_come_back_with_all_streams(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithPowerShellAsync(engine);

        var outcome = host.Invoke(
            """
            $VerbosePreference = 'Continue'
            Invoke-ContainerCommand $n -ScriptBlock {
                param($first, $table)
                $VerbosePreference = 'Continue'
                [pscustomobject]@{ Sum = $first + $table.Second; Text = "ünï 漢字"; When = [datetime]'2024-02-03' }
                Write-Warning 'a warning'; Write-Verbose 'a detail'; Write-Host 'shown'; Write-Error 'no good' -ErrorId Mine -Category InvalidData
                , (1, 2); $null; $args.Count
                [Console]::Out.WriteLine('beside')
            } -ArgumentList 40, @{ Second = 2 }
            $LASTEXITCODE
            """,
            ("n", name));

        Assert.Null(outcome.Exception);
        dynamic thing = outcome.Output[0];
        Assert.Equal((42, "ünï 漢字", new DateTime(2024, 2, 3), name), ((int)thing.Sum, (string)thing.Text, (DateTime)thing.When, (string)thing.PSContainerName));
        Assert.Equal(2, Assert.IsAssignableFrom<IList>(outcome.Output[1].BaseObject).Count);
        Assert.Equal(["", "0", "beside", "0"], outcome.Texts().Skip(2));
        Assert.Equal(["a warning"], outcome.Warnings);
        Assert.Contains("a detail", outcome.Verbose);
        Assert.Contains("shown", outcome.HostLines);
        var error = outcome.AssertError("Mine");
        Assert.Equal(("no good", ErrorCategory.InvalidData, name), (error.Exception.Message, error.CategoryInfo.Category, (string)error.TargetObject));
    }

    [Theory, EveryEngine]
    public async Task Input_and_using_variables_arrive_and_the_end_is_told(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithPowerShellAsync(engine);

        Assert.Equal(
            ["1", "two", "3", "here"],
            host.Invoke("$what = @{ Name = 'here' }; 1, 'two', [pscustomobject]@{ P = 3 } | Invoke-ContainerCommand $n -ScriptBlock { $input | ForEach-Object { if ($_.P) { $_.P } else { $_ } }; $using:what.Name }", ("n", name)).Lines());

        var outcome = host.Invoke("Invoke-ContainerCommand $n -ScriptBlock { 'before'; throw 'that was it' }; $LASTEXITCODE; Invoke-ContainerCommand $n -ScriptBlock { exit 3 }; $LASTEXITCODE", ("n", name));
        Assert.Equal(["before", "1", "3"], outcome.Texts());
        Assert.Equal(["that was it", "CommandFailed"], [outcome.Errors[0].Exception.Message, outcome.ErrorIds[1]]);
    }

    [Theory, EveryEngine]
    public async Task Several_containers_run_it_and_one_without_powershell_says_so(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (with, without) = (await RunWithPowerShellAsync(engine), await RunAsync(engine));

        var outcome = host.Invoke("Get-Container $a, $b | Invoke-ContainerCommand -ScriptBlock { 6 * 7 }", ("a", with), ("b", without));

        Assert.Equal(["42"], outcome.Texts());
        var error = outcome.AssertError("CommandNotStarted");
        Assert.Equal(without, error.TargetObject);
        Assert.Contains("pwsh", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("PowerShell", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        Assert.Equal(
            Enumerable.Repeat("InvalidArgument", 5),
            ((string[])["{ 1 } ", "-ScriptBlock { 1 } ls", "ls -ArgumentList 1", "-ScriptBlock { 1 } -AsResult", "-ScriptBlock { $using:a.b.c + $using:env:PATH }"])
                .Select(words => host.Invoke("Invoke-ContainerCommand $n " + words, ("n", without)).ErrorIds.Single()));
        Assert.Contains("Run a script block", string.Join(' ', host.Invoke("Invoke-ContainerCommand $n -ScriptBlock { 1 } -WhatIf", ("n", without)).AssertSucceeded().HostLines), StringComparison.Ordinal);
    }

    private async Task<string> RunWithPowerShellAsync(TestEngine engine)
    {
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        string[] options = [.. ((string[])["/lib", "/lib64", "/usr/lib", dotnet, Shell]).Where(Directory.Exists).SelectMany(folder => (string[])["-v", folder + ":" + folder + ":ro"])];
        var name = await RunWithAsync(engine, [.. options, "-e", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", "-e", "NO_COLOR=1"]);
        await DockerAsync(engine, "exec", name, "sh", "-c", $"mkdir -p /sbin && printf '#!/bin/sh\\nexec {dotnet}/dotnet {Shell}/DockerPS.Shell.dll \"$@\"\\n' > /sbin/pwsh && chmod +x /sbin/pwsh");
        return name;
    }
}
