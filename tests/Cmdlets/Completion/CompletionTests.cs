using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Completion;

/// <summary>What Tab offers, asked as a prompt asks: through PowerShell's own completion.</summary>
public sealed class CompletionTests(SharedEngines engines) : ContainerTests(engines)
{
    private const string Down = "tcp://127.0.0.1:1";

    [Theory, EveryEngine]
    public async Task Containers_are_offered_by_what_the_command_can_do(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var running = await RunAsync(engine);
        var ended = await RunToEndAsync(engine, "true");
        var paused = await RunAsync(engine);
        await DockerAsync(engine, "pause", paused);

        Assert.Equal(Sorted(running, paused), Texts(host, $"Stop-Container {Names.Prefix}"));
        Assert.Equal(Sorted(ended), Texts(host, $"Start-Container {Names.Prefix}"));
        Assert.Equal(Sorted(paused), Texts(host, $"Resume-Container {Names.Prefix}"));
        Assert.Equal(Sorted(running), Texts(host, $"Suspend-Container -Container {Names.Prefix}"));
        Assert.Equal(Sorted(running), Texts(host, $"Invoke-ContainerCommand {Names.Prefix}"));
        Assert.Equal(Sorted(ended), Texts(host, $"Remove-Container {Names.Prefix}"));
        Assert.Equal(Sorted(running, ended, paused), Texts(host, $"Remove-Container -Force {Names.Prefix}"));
        Assert.Equal(Sorted(running, ended, paused), Texts(host, $"Get-ContainerLog {Names.Prefix}"));
        Assert.Equal(Sorted(running, ended, paused), Texts(host, $"Get-Container x, {Names.Prefix}"));
        Assert.Equal([$"container:{running}"], Texts(host, $"New-Container busybox:test -Pid container:{running}"));
        await DockerAsync(engine, "unpause", paused);
    }

    [Theory, EveryEngine]
    public async Task A_container_says_what_it_is(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var match = Assert.Single(Complete(host, $"Stop-Container {name}"));

        Assert.StartsWith($"{name}: busybox:test, Up ", match.ToolTip, StringComparison.Ordinal);
        Assert.Contains("created ", match.ToolTip, StringComparison.Ordinal);
        Assert.Equal(name, match.ListItemText);
    }

    [Theory, EveryEngine]
    public async Task The_beginning_of_an_id_becomes_the_short_id(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        var id = (await InspectAsync(engine, name)).GetProperty("Id").GetString()!;

        var match = Assert.Single(Complete(host, $"Stop-Container {id[..11]}"));

        Assert.Equal((host.Invoke("Write-Output " + match.CompletionText).AssertSucceeded().Texts()[0], name), (id[..12], match.ListItemText));
    }

    [Theory, EveryEngine]
    public async Task Wildcards_and_quotes_that_were_begun_go_on(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        Assert.Equal([name], Texts(host, $"Stop-Container *{name[5..]}"));
        Assert.Equal([$"'{name}'"], Texts(host, $"Stop-Container '{name[..^1]}"));
        Assert.Equal([$"\"{name}\""], Texts(host, $"Stop-Container \"{name[..^1]}"));
    }

    [Theory, EveryEngine]
    public async Task Names_that_PowerShell_would_read_otherwise_are_quoted(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var label = Names.Next("label");
        await DockerAsync(engine, "create", "--name", Names.Next(), "--label", $"{label}=it's a; $b", "--label", $"{label}.plain=1", "busybox:test");

        Assert.Equal([label, $"{label}.plain", $"{label}.plain=1", $"'{label}=it''s a; $b'"], Texts(host, $"Get-Container -Label {label}"));
        Assert.Equal([$"\"{label}=it's a; `$b\""], Texts(host, $"Get-Container -Label \"{label}=it"));

        var number = "1" + Names.Next()[^3..] + "e5";
        await DockerAsync(engine, "tag", "busybox:test", $"{Names.Prefix}/{number}:1.10");
        Assert.Equal([$"{Names.Prefix}/{number}:1.10"], Texts(host, $"New-Container {Names.Prefix}"));
        await DockerAsync(engine, "rmi", $"{Names.Prefix}/{number}:1.10");
    }

    [Theory, EveryEngine]
    public async Task A_name_that_is_a_number_is_quoted(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        // No number of another test is so long.
        var number = string.Concat(Names.Prefix.Where(char.IsDigit)).PadRight(14, '7');
        await DockerAsync(engine, "create", "--name", number, "busybox:test");
        try
        {
            Assert.Equal([$"'{number}'"], Texts(host, $"Remove-Container {number[..13]}"));
        }
        finally
        {
            await DockerAsync(engine, "rm", "-f", number);
        }
    }

    [Theory, EveryEngine]
    public async Task Images_are_offered_with_their_tags(string version)
    {
        var (_, host) = await PrepareAsync(version);

        foreach (var line in new[] { "Start-Container -Image busybox:t", "New-Container busybox:t", "Invoke-Container busyb", "Get-Container -Ancestor busyb", "Get-ContainerImage busyb", "Install-ContainerImage busyb" })
        {
            var match = Complete(host, line).SingleOrDefault(match => match.CompletionText == "busybox:test");
            Assert.True(match is not null, line);
            Assert.Matches("^[0-9a-f]{12}, [0-9.]+[kM]?B, made .* ago$", match.ToolTip);
        }
    }

    [Theory, EveryEngine]
    public async Task Networks_and_volumes_are_offered(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (network, volume) = (Names.Next("net"), Names.Next("vol"));
        await DockerAsync(engine, "network", "create", "--label", $"{network}=1", network);
        await DockerAsync(engine, "volume", "create", "--label", $"{volume}=1", volume);

        Assert.Equal([network], Texts(host, $"Get-ContainerNetwork {network}"));
        Assert.Equal([network], Texts(host, $"New-Container busybox:test -Network {network}"));
        Assert.Equal([network, $"{network}=1"], Texts(host, $"Get-ContainerNetwork -Label {network}"));
        Assert.DoesNotContain("bridge", Texts(host, "Remove-ContainerNetwork "));
        Assert.Equal([volume], Texts(host, $"Remove-ContainerVolume {volume}"));
        Assert.Equal([volume], Texts(host, $"Get-Container -Volume {volume}"));
        Assert.Equal([$"{volume}:"], Texts(host, $"New-Container busybox:test -Volume {volume}"));
        Assert.Equal([volume, $"{volume}=1"], Texts(host, $"Get-ContainerVolume -Label {volume}"));
    }

    [Theory, EveryEngine]
    public async Task Paths_in_a_container_are_offered(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine, "sh", "-c", "mkdir -p /data/sub && touch '/data/with space' /data/plain && exec sleep 600");
        await DockerAsync(engine, "exec", name, "sh", "-c", "until [ -e /data/plain ]; do sleep 0.1; done");

        Assert.Equal([$"{name}:"], Texts(host, $"Copy-ContainerItem {name}"));
        Assert.Equal([$"{name}:/data/"], Texts(host, $"Copy-ContainerItem {name}:/dat"));
        Assert.Equal([$"{name}:/data/plain", $"{name}:/data/sub/", $"'{name}:/data/with space'"], Texts(host, $"Copy-ContainerItem {name}:/data/"));
        Assert.Equal([$"{name}:/data/sub/"], Texts(host, $"Copy-ContainerItem x -Destination {name}:/data/s"));
        Assert.Empty(Complete(host, $"Copy-ContainerItem {name}:/nothing/"));
    }

    [Fact]
    public void Words_of_dockers_are_offered_without_an_engine()
    {
        using var host = new PowerShellHost();

        Assert.Equal(["unless-stopped"], Texts(host, "New-Container x -Restart u"));
        Assert.Contains("SIGHUP", Texts(host, "Send-ContainerSignal x "));
        Assert.Equal(["HUP"], Texts(host, "Send-ContainerSignal x hu"));
        Assert.Equal(["SIGUSR1", "SIGUSR2"], Texts(host, "Stop-Container x -Signal sigu"));
        Assert.Contains("NET_ADMIN", Texts(host, "Start-Container -Image x -CapAdd NET_"));
        Assert.Equal("AUDIT_WRITE", Texts(host, "Start-Container -Image x -CapDrop ")[0]);
        Assert.Equal(["json-file", "journald"], Texts(host, "Start-Container -Image x -LogDriver j"));
        Assert.Equal(["host", "container:"], Texts(host, "Start-Container -Image x -Pid "));
        Assert.Equal(["linux/arm/v7", "linux/arm64"], Texts(host, "New-Container x -Platform linux/arm").Order(StringComparer.Ordinal));
        Assert.Contains("PATH", Texts(host, "New-Container x -Env PAT"));
        Assert.Equal(["Healthy"], Texts(host, "Get-Container -Health H"));
    }

    [Fact]
    public void An_engine_that_is_down_is_silence()
    {
        using var host = new PowerShellHost(new PowerShellHostOptions { Engine = Down });

        var outcome = host.Invoke("$Error.Clear(); (TabExpansion2 'Stop-Container ' 15).CompletionMatches.Count; (TabExpansion2 'New-Container ' 14).CompletionMatches.Count; $Error.Count");

        Assert.Equal(["0", "0", "0"], outcome.AssertSucceeded().Texts());
        Assert.Empty(outcome.Warnings);
        Assert.Empty(outcome.HostLines);
        Assert.True(outcome.Duration < TimeSpan.FromSeconds(10), $"{outcome.Duration}");
    }

    [Theory, EveryEngine]
    public async Task The_engine_of_the_line_counts(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        Assert.Empty(Complete(host, $"Stop-Container -Engine {Down} {name}"));
        Assert.Empty(Complete(host, $"Stop-Container -Engine (throw) {name}"));
        using var other = new PowerShellHost(new PowerShellHostOptions { Engine = Down });
        Assert.Equal([name], Texts(other, $"Stop-Container -Engine {engine.Host} {name}"));
    }

    [Theory, EveryEngine]
    public async Task Completion_leaves_no_trace_in_the_session(string version)
    {
        var (_, host) = await PrepareAsync(version);

        var outcome = host.Invoke("$Error.Clear(); $null = TabExpansion2 'Stop-Container zzz' 18; $Error.Count; Get-Command Get-Completion -ErrorAction Ignore; [bool]$?");

        Assert.Equal("0", outcome.Texts()[0]);
        Assert.Empty(outcome.Errors);
    }

    private static string[] Sorted(params string[] names) => [.. names.Order(StringComparer.OrdinalIgnoreCase)];

    private static List<string> Texts(PowerShellHost host, string line) => [.. Complete(host, line).Select(match => match.CompletionText)];

    private static IReadOnlyList<CompletionResult> Complete(PowerShellHost host, string line) =>
        host.Invoke("(TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches", ("line", line)).AssertSucceeded().Objects<CompletionResult>();
}
