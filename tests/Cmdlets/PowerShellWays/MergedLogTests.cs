using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Several logs followed together.</summary>
public sealed class MergedLogTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory, EveryEngine, PodmanDiffers("several logs that are followed")]
    public async Task Silent_log_does_not_hold_up_the_others(string version)
    {
        var engine = await EngineAsync(version);
        var (silent, _) = await ContainerAsync(engine, "trap 'exit 0' TERM; sleep 600 & wait", start: true);
        var (speaks, _) = await ContainerAsync(engine, "trap 'exit 0' TERM; seq 1 2000; sleep 600 & wait", start: true);

        using var running = Session(engine).BeginInvoke("Get-ContainerLog $silent, $speaks -Follow", ("silent", silent), ("speaks", speaks));
        running.WaitForOutput(2000, TimeSpan.FromSeconds(20));
        running.Stop();

        Assert.Equal(Enumerable.Range(1, 2000).Select(i => $"{i}"), running.Output.Select(entry => (string)entry.Properties["Message"].Value));
    }

    [Theory, EveryEngine]
    public async Task Log_that_ends_leaves_the_others_followed(string version)
    {
        var engine = await EngineAsync(version);
        var (ends, _) = await ContainerAsync(engine, "echo one", start: true);
        var (goesOn, _) = await ContainerAsync(engine, "trap 'exit 0' TERM; sleep 1; echo two; sleep 600 & wait", start: true);

        using var running = Session(engine).BeginInvoke("Get-ContainerLog $ends, $goesOn -Follow", ("ends", ends), ("goesOn", goesOn));
        running.WaitForOutput(2);
        Assert.Equal(["one", "two"], running.Output.Select(entry => (string)entry.Properties["Message"].Value));
        Assert.False(running.HasEnded);

        await engine.Http.PostAsync($"/containers/{goesOn}/stop");
        Assert.Equal(2, running.End().AssertSucceeded().Output.Count);
    }
}
