using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>A pipeline that ends before the command does: PowerShell calls nothing but Dispose.</summary>
public sealed class EarlyEndTests(SharedEngines engines) : WaysTests(engines)
{
    private const string First = "COMMAND | ForEach-Object { $seen.Add($proxy.OpenConnections); $_ } | Select-Object -First 1";
    private const string Break = "foreach ($once in 1) { COMMAND | ForEach-Object { $seen.Add($proxy.OpenConnections); $_; break } }";
    private const string Throw = "try { COMMAND | ForEach-Object { $seen.Add($proxy.OpenConnections); $_; throw 'enough' } } catch { if (\"$_\" -ne 'enough') { throw } }";
    private const string ErrorStop =
        "try { COMMAND | ForEach-Object { $seen.Add($proxy.OpenConnections); $_; Get-ContainerDetail no-such -Engine $engine -ErrorAction Stop } } "
        + "catch { if ($_.FullyQualifiedErrorId -notlike 'ContainerNotFound*') { throw } }";

    [Theory]
    [EveryEngine(First)]
    [EveryEngine(Break)]
    [EveryEngine(Throw)]
    [EveryEngine(ErrorStop)]
    public async Task List_over_engines_ends_with_the_first_answer(string version, string way)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);
        await using var proxy = FaultyProxy.Start(engine);
        await using var answering = FaultyProxy.Start(engine);
        Warm(engine, proxy);
        proxy.Stall("/containers/json");

        // The one that answers does so when the other was asked too.
        answering.Delay("/containers/json", TimeSpan.FromMilliseconds(500));
        var outcome = await RunAsync(engine, proxy, way, $"Get-Container -Engine '{answering.Host}', $proxy.Host -All -Label $label", busy: 1);

        Assert.Equal([name], outcome.Texts());
    }

    [Theory]
    [EveryEngine(First)]
    [EveryEngine(Break)]
    [EveryEngine(Throw)]
    [EveryEngine(ErrorStop)]
    public async Task Followed_log_ends_with_its_first_line(string version, string way)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine, start: true);
        await using var proxy = FaultyProxy.Start(engine);

        var outcome = await RunAsync(engine, proxy, way, $"Get-ContainerLog {name} -Engine $proxy.Host -Follow", busy: 1);

        Assert.Equal("ready", Assert.Single(outcome.Output).Properties["Message"].Value);
    }

    [Theory]
    [EveryEngine(First)]
    [EveryEngine(Break)]
    [EveryEngine(Throw)]
    [EveryEngine(ErrorStop)]
    public async Task Stops_that_are_under_way_are_left_with_the_first_that_is_done(string version, string way)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 4);
        await using var proxy = FaultyProxy.Start(engine);
        var held = proxy.Stall($"/({made[1].Id}|{made[2].Id})/stop");
        // The first result comes when the others are on their way.
        proxy.Delay($"/{made[0].Id}/stop", version == "podman" ? TimeSpan.FromSeconds(4) : TimeSpan.FromMilliseconds(700));

        var outcome = await RunAsync(
            engine, proxy, way, $"{string.Join(", ", made.Select(one => $"'{one.Name}'"))} | Stop-Container -Engine $proxy.Host -PassThru -ThrottleLimit 3", busy: 2);

        Assert.Equal([made[0].Name], outcome.Texts());
        Assert.Equal(2, held.Hits);
    }

    [Theory]
    [EveryEngine(First)]
    [EveryEngine(Break)]
    [EveryEngine(Throw)]
    [EveryEngine(ErrorStop)]
    public async Task Waits_end_with_the_first_that_is_there(string version, string way)
    {
        var engine = await EngineAsync(version);
        var (runs, _) = await ContainerAsync(engine, start: true);
        var (ended, _) = await ContainerAsync(engine);
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Delay($"/containers/json", TimeSpan.FromMilliseconds(200));

        var outcome = await RunAsync(engine, proxy, way, $"Wait-Container {runs}, {ended} -Engine $proxy.Host", busy: 1);

        Assert.Equal([ended], outcome.Texts());
        Assert.Equal("running", await StateAsync(engine, runs));
    }

    [Theory, EveryEngine]
    public async Task Any_ends_the_other_waits(string version)
    {
        var engine = await EngineAsync(version);
        var (runs, _) = await ContainerAsync(engine, start: true);
        var (ended, _) = await ContainerAsync(engine);
        await using var proxy = FaultyProxy.Start(engine);
        Warm(engine, proxy);

        var outcome = Session().Invoke("Wait-Container $runs, $ended -Any -Engine $proxy", ("runs", runs), ("ended", ended), ("proxy", proxy.Host));

        Assert.Equal([ended], outcome.AssertSucceeded().Texts());
        Assert.True(outcome.Duration < TimeSpan.FromSeconds(15), $"{outcome.Duration}");
        var waits = Count(proxy, "/wait\\?");
        // Of Podman two are asked for each: what ends, and with which exit code.
        Assert.InRange(waits, 1, version == "podman" ? 4 : 2);
        // What is open now can only be kept for later: the engine is told of each wait that ends.
        await UntilAsync(() => proxy.OpenConnections <= proxy.AcceptedConnections - (waits - 1), "the other wait's connection closed");
    }

    [Theory, EveryEngine]
    public async Task Source_is_stopped_and_a_strict_throttle_begins_nothing_more(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 3);
        await using var proxy = FaultyProxy.Start(engine);

        var outcome = Session().Invoke(
            """
            $given = [Collections.Generic.List[string]]::new()
            & { foreach ($name in $names) { $given.Add($name); $name } } | Stop-Container -Engine $proxy -PassThru -ThrottleLimit 1 | Select-Object -First 1
            $given.Count
            """,
            ("names", made.Select(one => one.Name).ToArray()), ("proxy", proxy.Host));

        Assert.Equal([made[0].Name, "1"], outcome.AssertSucceeded().Texts());
        Assert.Equal(1, Count(proxy, "/stop([?].*)?$"));
    }

    [Theory, EveryEngine]
    public async Task Session_goes_on_after_each_way(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 12);
        var host = Session(engine);

        for (var round = 0; round < 5; round++)
        {
            foreach (var way in (string[])[First, Break, Throw, ErrorStop])
            {
                var command = Format(way.Replace("$seen.Add($proxy.OpenConnections); ", "", StringComparison.Ordinal), "$names | Stop-Container -PassThru");
                Assert.Equal([made[0].Name], host.Invoke(command, ("names", made.Select(one => one.Name).ToArray()), ("engine", engine.Host)).Texts());
            }
        }

        Assert.Equal(12, host.Invoke("$names | Stop-Container -PassThru").AssertSucceeded().Output.Count);
    }

    private static string Format(string way, string command) => way.Replace("COMMAND", command, StringComparison.Ordinal);

    private async Task<Outcome> RunAsync(TestEngine engine, FaultyProxy proxy, string way, string command, int busy)
    {
        var seen = new List<int>();

        var outcome = Session().Invoke(Format(way, command), ("proxy", proxy), ("engine", engine.Host), ("seen", seen), ("label", Label));

        outcome.AssertSucceeded();
        Assert.True(outcome.Duration < TimeSpan.FromSeconds(20), $"{outcome.Duration}");
        var open = Assert.Single(seen);
        await UntilAsync(() => proxy.OpenConnections <= open - busy, $"{busy} of {open} connections closed", TimeSpan.FromSeconds(2));
        return outcome;
    }

    private void Warm(TestEngine engine, FaultyProxy proxy) =>
        Session().Invoke("Get-Container -Engine $engine, $proxy", ("engine", engine.Host), ("proxy", proxy.Host)).AssertSucceeded();
}
