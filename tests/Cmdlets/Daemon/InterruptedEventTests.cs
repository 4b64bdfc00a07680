using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Daemon;

/// <summary>Events that are followed while connections break and engines restart: none is lost that the engine still has, none comes twice.</summary>
public sealed class InterruptedEventTests(SharedEngines engines) : ContainerTests(engines)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(45);

    [Theory, EveryEngine]
    public async Task Connection_that_breaks_again_and_again_loses_none_and_repeats_none(string version)
    {
        // An engine of its own: one that others use forgets events within seconds.
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        await using var proxy = FaultyProxy.Start(engine);
        // In the middle of an event, mostly: some have come by then.
        proxy.Cut("^GET /v[0-9.]+/events", afterBytes: 2500);
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });
        var mark = Names.Next("mark");

        using var running = host.BeginInvoke("Get-DockerEvent -Follow -Since 1s -Label $l", ("l", Names.Prefix));
        for (var number = 0; number < 12; number++)
        {
            var name = Names.Next();
            await DockerAsync(engine, "create", "--name", name, "-l", Names.Prefix, TestImage.Reference);
            await DockerAsync(engine, "rm", name);
        }

        await DockerAsync(engine, "create", "--name", mark, "-l", Names.Prefix, TestImage.Reference);
        running.WaitUntil(() => Heard(running).Any(one => one.Name == mark && one.Action == "create"), Long);
        running.Stop(TimeSpan.FromSeconds(10));

        await AssertAllOnceAsync(engine, running, Names.Prefix);
        Assert.True(proxy.Requests.Count(request => request.Contains("/events", StringComparison.Ordinal)) > 2, "The connection was to break.");
    }

    [Theory, EveryEngine]
    public async Task Engine_that_restarts_loses_none_and_repeats_none(string version)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        var host = Session(engine);
        using var running = host.BeginInvoke("Get-DockerEvent -Follow -Type Container", ("l", Names.Prefix));
        var (before, between, after) = (Names.Next("before"), Names.Next("between"), Names.Next("after"));
        await HeardAsync(engine, running, before);

        for (var round = 0; round < 2; round++)
        {
            await engine.RestartAsync();
            await DockerAsync(engine, "create", "--name", between + round, TestImage.Reference);
            await DockerAsync(engine, "rename", between + round, between + round + "-x");
            await HeardAsync(engine, running, after + round);
            await AssertAllOnceAsync(engine, running, label: null);
        }

        Assert.All(Heard(running).Where(one => one.Name.StartsWith(before, StringComparison.Ordinal) && one.Action == "create").GroupBy(one => one.Name), same => Assert.Single(same));
        Assert.NotEmpty(running.Output);
        running.Stop(TimeSpan.FromSeconds(10));
    }

    private static IReadOnlyList<(string Name, string Action, long Time)> Heard(RunningScript running) =>
        [.. running.Output.Select(item => (dynamic)item.BaseObject).Select(one => ((string)one.Name, (string)one.Action, (long)one.TimeNano))];

    // What is made anew until it is heard; each name once.
    private static async Task HeardAsync(TestEngine engine, RunningScript running, string name)
    {
        var tries = 0;
        for (var started = DateTime.UtcNow; !Heard(running).Any(one => one.Name.StartsWith(name, StringComparison.Ordinal)); tries++)
        {
            Assert.True(DateTime.UtcNow - started < Long, $"{name} was not heard of.");
            await DockerAsync(engine, "create", "--name", tries == 0 ? name : $"{name}-try{tries}", TestImage.Reference);
            for (var waited = DateTime.UtcNow; DateTime.UtcNow - waited < TimeSpan.FromSeconds(3) && !Heard(running).Any(one => one.Name.StartsWith(name, StringComparison.Ordinal));)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Every event that the engine has is among those heard, once, and none was heard twice.</summary>
    private static async Task AssertAllOnceAsync(TestEngine engine, RunningScript running, string? label)
    {
        string[] filters = label is null ? ["--filter", "type=container"] : ["--filter", "label=" + label];
        var kept = (await DockerAsync(engine, ["events", "--since", "0", "--until", "0s", .. filters, "--format", "{{.TimeNano}} {{.Action}}"]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        var all = Heard(running);
        var first = all.Min(one => one.Time);
        var heard = all.Select(one => $"{one.Time} {one.Action}").ToList();

        Assert.Equal(heard.Count, heard.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(kept.Where(one => long.Parse(one.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) >= first).Except(heard, StringComparer.Ordinal));
    }
}
