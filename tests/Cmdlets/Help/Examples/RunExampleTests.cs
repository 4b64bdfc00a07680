using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Help.Examples;

/// <summary>
/// The examples of the pages on real engines, each in a folder of its own. All run but those that <see cref="ExampleTable.Elsewhere"/> names, so that a new one is
/// never left out unseen.
/// </summary>
[Collection(EnvironmentChange.Collection)]
public sealed partial class RunExampleTests(ExampleWorld world) : IClassFixture<ExampleWorld>
{
    private readonly List<string> _wrong = [];

    public static TheoryData<string> Cmdlets => new(CmdletPages());

    [Theory, MemberData(nameof(Cmdlets))]
    public async Task Examples_do_what_their_page_says(string cmdlet)
    {
        var examples = HelpPage.Read(cmdlet).Examples;
        using var host = new PowerShellHost();
        foreach (var (number, example) in examples.Index())
        {
            var key = Key(cmdlet, number);
            if (!ExampleTable.Elsewhere.ContainsKey(key))
            {
                await RunAsync(host, key, example);
            }
        }

        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
    }

    [Fact]
    public void What_is_said_of_single_examples_is_said_of_ones_that_are_there()
    {
        var keys = CmdletPages().SelectMany(cmdlet => HelpPage.Read(cmdlet).Examples.Select((_, number) => Key(cmdlet, number))).ToHashSet(StringComparer.Ordinal);

        string[] said = [.. ExampleTable.Elsewhere.Keys, .. ExampleTable.Before.Keys, .. ExampleTable.Endless, .. ExampleTable.Asks];
        Assert.Equal([], said.Where(key => !keys.Contains(key)));
        Assert.Equal([], said.GroupBy(key => key, StringComparer.Ordinal).Where(group => ExampleTable.Elsewhere.ContainsKey(group.Key) && group.Count() > 1).Select(group => group.Key));
    }

    private static IEnumerable<string> CmdletPages() =>
        Directory.GetFiles(HelpPage.Folder, "*-*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => char.IsUpper(name[0])).Order(StringComparer.Ordinal);

    private static string Key(string cmdlet, int number) => string.Create(CultureInfo.InvariantCulture, $"{cmdlet} {number + 1}");

    private async Task RunAsync(PowerShellHost host, string key, HelpExample example)
    {
        await world.RestoreAsync();
        host.Invoke("Set-Location $place; $ExecutionContext.SessionState.Provider.GetOne('FileSystem').Home = $place", ("place", world.Place)).AssertSucceeded();
        MakeRoom(host, example.Code);
        if (ExampleTable.Before.TryGetValue(key, out var before))
        {
            host.Invoke(before).AssertSucceeded();
        }

        var code = example.Code.Replace("9d1f0a", world.ImageId("web:1.4"), StringComparison.Ordinal);
        if (ExampleTable.Asks.Contains(key))
        {
            host.Answer("Yes to All");
        }

        var outcome = ExampleTable.Endless.Contains(key) ? Follow(host, code) : host.Invoke(code);
        if (outcome.Errors.Count > 0 || outcome.Warnings.Count > 0 || (outcome.Exception is not null && !outcome.WasStopped))
        {
            _wrong.Add($"{key}: {outcome} {string.Join(' ', outcome.Warnings)}");
            return;
        }

        Check(key, example, outcome);
    }

    // Until something comes, and then Ctrl-C.
    private static Outcome Follow(PowerShellHost host, string code)
    {
        using var running = host.BeginInvoke(code);
        running.WaitForOutput();
        running.Stop();
        return running.End();
    }

    // Names that the example itself makes must be free.
    private static void MakeRoom(PowerShellHost host, string code)
    {
        foreach (var (names, clear) in ((Regex, string)[])
        [
            (OwnNames(), "Get-Container -All | Where-Object Name -eq $name | Remove-Container -Force"),
            (OwnNetworks(), "Get-ContainerNetwork | Where-Object Name -eq $name | Remove-ContainerNetwork"),
            (OwnContexts(), "Get-DockerContext | Where-Object Name -eq $name | Remove-DockerContext"),
        ])
        {
            // One that stands before is not made there: it is renamed first.
            foreach (var name in names.Matches(code).Select(match => match.Groups["name"]).Where(name => !Regex.IsMatch(code[..name.Index], $@"\b{name.Value}\b", RegexOptions.NonBacktracking)))
            {
                host.Invoke(clear, ("name", name.Value)).AssertSucceeded();
            }
        }
    }

    // What comes out is of the types that the pages of the cmdlets at the ends of its pipelines name, and something comes where the page says so.
    private void Check(string key, HelpExample example, Outcome outcome)
    {
        if (ExampleOutput.Types(example.Code) is not { } types)
        {
            return;
        }

        var others = outcome.Output.Select(item => item.BaseObject.GetType()).Where(type => !types.Contains(type.FullName!) && !types.Contains(typeof(PSObject).FullName!)).Distinct().ToList();
        if (others.Count > 0)
        {
            _wrong.Add($"{key}: gives {string.Join(", ", others)}, where the page has {string.Join(", ", types)}");
        }

        if (ExampleTable.Asks.Contains(key) && outcome.Prompts.Count == 0)
        {
            _wrong.Add($"{key}: does not ask");
        }

        if (example.Code.EndsWith(" -WhatIf", StringComparison.Ordinal) && !example.Code.Contains('|', StringComparison.Ordinal) && !outcome.HostLines.Any(line => line.StartsWith("What if: ", StringComparison.Ordinal)))
        {
            _wrong.Add($"{key}: says nothing of what it would do");
        }

        if (ExampleOutput.SaysNothing(example) && outcome.Output.Count > 0)
        {
            _wrong.Add($"{key}: says that nothing is returned, and gives {outcome.Output.Count} objects");
        }

        if (ExampleOutput.SaysSomething(example) && outcome.Output.Count == 0)
        {
            _wrong.Add($"{key}: says what is returned, and gives nothing");
        }
    }

    [GeneratedRegex("(?:-Name |--name |Name = '|Rename-Container \\S+ )(?<name>[a-z0-9-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex OwnNames();

    [GeneratedRegex("New-ContainerNetwork (?<name>[a-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex OwnNetworks();

    [GeneratedRegex("New-DockerContext (?<name>[a-z0-9-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex OwnContexts();
}
