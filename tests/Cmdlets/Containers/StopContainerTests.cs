using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class StopContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    // Ends by SIGTERM with 15 and by SIGUSR1 with 10, soon.
    private const string Polite = "trap 'exit 15' TERM; trap 'exit 10' USR1; echo ready; while true; do sleep 0.05; done";

    private const string Stubborn = "trap '' TERM; echo ready; while true; do sleep 0.05; done";

    [Theory]
    [EveryEngine(Polite, "", 15)]
    [EveryEngine(Polite, "-Signal USR1", 10, PodmanDiffers = "`-Signal` of `Stop-` and `Restart-Container`")]
    [EveryEngine(Polite, "-Signal SIGUSR1", 10, PodmanDiffers = "`-Signal` of `Stop-` and `Restart-Container`")]
    [EveryEngine(Polite, "-Force", 137)]
    [EveryEngine(Stubborn, "-Timeout 1", 137)]
    [EveryEngine(Stubborn, "-Time ([timespan]::FromSeconds(0))", 137)]
    public async Task Process_ends_as_it_is_told_to(string version, string script, string parameters, int exitCode)
    {
        var (engine, host) = await PrepareAsync(version);
        // By the docker command a signal goes with a stop from API 1.42 on.
        Assert.SkipWhen(version == "20.10" && parameters.Contains("Signal", StringComparison.Ordinal), "20.10 stops with the container's own signal only.");
        var name = await ReadyAsync(engine, host, script);

        var outcome = host.Invoke($"Stop-Container $n {parameters} -PassThru", ("n", name));

        var stopped = outcome.One();
        Assert.Equal((name, "Exited", exitCode), ((string)stopped.Name, (string)stopped.State.ToString(), (int)stopped.ExitCode));
        Assert.InRange(outcome.Duration.TotalSeconds, 0, 9);
    }

    [Fact]
    public async Task Signal_that_an_old_engine_cannot_send_with_a_stop_is_refused_before_anything_happens()
    {
        var (engine, host) = await PrepareAsync("20.10");
        var name = await RunAsync(engine);

        var error = host.Invoke("Stop-Container $n -Signal USR1", ("n", name)).AssertError("NotSupportedByEngine");

        Assert.Contains("1.42", error.Exception.Message, StringComparison.Ordinal);
        Assert.True((await InspectAsync(engine, name)).GetProperty("State").GetProperty("Running").GetBoolean());
    }

    [Theory, EveryEngine]
    public async Task Killing_signal_may_be_another_and_one_that_does_not_run_can_be_stopped_but_not_killed(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await ReadyAsync(engine, host, Polite);

        Assert.Empty(host.Invoke("Stop-Container $n -Force -Signal USR1; $null = Wait-Container $n -Timeout 30", ("n", name)).Lines());
        Assert.Equal(10, (await InspectAsync(engine, name)).GetProperty("State").GetProperty("ExitCode").GetInt32());

        host.Invoke("Stop-Container $n", ("n", name)).AssertSucceeded();
        var error = host.Invoke("Stop-Container $n -Force", ("n", name)).AssertError("StateConflict");
        Assert.Equal(name, error.TargetObject);
        Assert.Matches("is not running|is in state exited", error.Exception.Message);
        Assert.Contains("NOSUCH", host.Invoke("Stop-Container $n -Signal NOSUCH", ("n", name)).AllErrors.Single().Exception.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Many_are_stopped_side_by_side_and_come_in_their_order(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var names = new List<string>();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            names.Add(await ReadyAsync(engine, host, Stubborn));
        }

        var outcome = host.Invoke("$names | Stop-Container -Timeout 2 -PassThru", ("names", names.ToArray()));

        Assert.Equal(names, outcome.Lines());
        Assert.InRange(outcome.Duration.TotalSeconds, 1.9, 7);
    }

    private async Task<string> ReadyAsync(TestEngine engine, PowerShellHost host, string script)
    {
        var name = Names.Next();
        await DockerAsync(engine, "run", "-d", "--name", name, TestImage.Reference, "sh", "-c", script);
        host.Invoke("$null = Wait-Container $n -Pattern ready -Timeout 30", ("n", name)).AssertSucceeded();
        return name;
    }
}
