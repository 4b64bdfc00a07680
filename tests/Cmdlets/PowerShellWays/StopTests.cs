using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Ctrl-C: soon, and no connection stays open.</summary>
public sealed class StopTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory]
    [EveryEngine("Get-ContainerLog $name -Follow", "/logs\\?")]
    [EveryEngine("Get-ContainerLog $name -Follow -Raw", "/logs\\?")]
    [EveryEngine("Wait-Container $name", "/wait\\?")]
    [EveryEngine("Wait-Container $name -Condition NextExit", "/wait\\?")]
    [EveryEngine("Wait-Container $name -Condition Removed", "/wait\\?")]
    [EveryEngine("Wait-Container $name -Condition LogMatch -Pattern never", "/logs\\?")]
    [EveryEngine("Wait-Container $name -Timeout 60", "/wait\\?")]
    public async Task While_a_container_runs_on(string version, string command, string request)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine, start: true);

        await AssertStopsAsync(engine, command, [name], request);
    }

    [Theory, EveryEngine]
    public async Task While_it_waits_for_a_container_to_run(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);

        await AssertStopsAsync(engine, "Wait-Container $name -Condition Running", [name], "/events\\?");
    }

    [Theory, EveryEngine]
    public async Task While_it_waits_for_health(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(
            engine, start: true, more: ""","Healthcheck":{"Test":["CMD","false"],"Interval":3600000000000,"StartPeriod":3600000000000}""");

        await AssertStopsAsync(engine, "Wait-Container $name -Condition Healthy", [name], "/events\\?");
    }

    [Theory, EveryEngine]
    public async Task While_several_logs_are_followed_together(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 3, start: true);

        await AssertStopsAsync(engine, "Get-ContainerLog $name -Follow", [.. made.Select(one => one.Name)], "/logs\\?", inFlight: 3);
    }

    [Theory, EveryEngine]
    public async Task While_the_second_of_two_logs_does_not_open(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 2, start: true);

        await AssertStopsAsync(
            engine, "Get-ContainerLog $name -Follow", [.. made.Select(one => one.Name)], "/logs\\?", inFlight: 2,
            arrange: proxy => proxy.Stall($"{made[1].Id}/logs"));
    }

    [Theory]
    [InlineData("Get-Container -All", "/containers/json")]
    [InlineData("Get-Container $name", "/json")]
    [InlineData("Get-ContainerDetail $name", "/json")]
    [InlineData("Get-ContainerProcess $name", "/top")]
    [InlineData("Get-ContainerLog $name", "/logs")]
    [InlineData("Get-ContainerImage", "/images/json")]
    [InlineData("Start-Container $name", "/start")]
    [InlineData("Remove-Container $name -Force", "^DELETE ")]
    [InlineData("Test-DockerEngine", "/_ping")]
    public async Task While_the_engine_does_not_answer(string command, string stalled)
    {
        var engine = await NewestAsync();
        var (name, _) = await ContainerAsync(engine);

        await AssertStopsAsync(engine, command, [name], stalled, arrange: proxy => proxy.Stall(stalled));
    }

    [Theory]
    [EveryEngine("Stop-Container $name -Timeout 60", "/stop\\?t=60")]
    [EveryEngine("Restart-Container $name -Timeout 60", "/restart\\?t=60")]
    public async Task While_a_container_does_not_end(string version, string command, string request)
    {
        var engine = await EngineAsync(version);
        // The first process of a container hears no signal that it has no handler for.
        var (name, _) = await ContainerAsync(engine, "sleep 600", start: true);

        // The proxy passes the request on; only then it can tell a client that has gone from one that has sent all.
        await AssertStopsAsync(engine, command, [name], request, arrange: proxy => proxy.Stall(request));
    }

    [Theory]
    [InlineData("Install-ContainerImage nowhere.invalid/thing:1")]
    [InlineData("Start-Container -Image nowhere.invalid/thing:1 -Name $name")]
    [InlineData("New-Container nowhere.invalid/thing:1 -Name $name -Pull Always")]
    public async Task While_an_image_trickles_in(string command)
    {
        var engine = await NewestAsync();

        await AssertStopsAsync(engine, command, [Names.Next()], "/images/create", arrange: proxy =>
            proxy.Answer("/images/create", PullAnswers.Begun()));
    }

    /// <summary>Runs a command until its request is under way, stops it, and looks whether it went in time and its connection with it.</summary>
    private async Task AssertStopsAsync(
        TestEngine engine, string command, string[] names, string request, int inFlight = 1, Action<FaultyProxy>? arrange = null)
    {
        await using var proxy = FaultyProxy.Start(engine);
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });
        // The first command of a session loads, and its first stop compiles, much that others find there.
        host.Invoke("Get-ContainerDetail $name[0] -ErrorAction Ignore; Get-Container", ("name", names)).ToString();
        arrange?.Invoke(proxy);
        var took = new List<TimeSpan>();
        do
        {
            var before = Count(proxy, request);
            using var running = host.BeginInvoke(command, ("name", names));
            running.WaitUntil(() => Count(proxy, request) >= before + inFlight);
            await Task.Delay(150);
            Assert.False(running.HasEnded, $"'{command}' was to go on: {(running.HasEnded ? running.End().ToString() : "")}");
            var open = proxy.OpenConnections;

            took.Add(running.Stop());

            Assert.True(running.End().WasStopped);
            await UntilAsync(
                () => proxy.OpenConnections <= open - inFlight, $"{inFlight} of {open} connections closed", TimeSpan.FromSeconds(2));
        }
        // On a machine that is busy with other things a second may pass anywhere: the best of some counts.
        while (took[^1] > StopLimit && took.Count < 5);

        Assert.True(took[^1] <= StopLimit, $"The stop took {string.Join(", ", took)}");
        Assert.Empty((await LeftAsync(engine)).Except(names, StringComparer.Ordinal));
    }
}
