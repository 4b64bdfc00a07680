using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class RestartContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Running_one_is_stopped_and_started_and_a_stopped_one_is_started(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var running = await RunAsync(engine);
        var ended = await RunToEndAsync(engine, "sh", "-c", "test -f /again && exec sleep 600; touch /again");
        var before = (await InspectAsync(engine, running)).GetProperty("State").GetProperty("StartedAt").GetDateTime();

        var outcome = host.Invoke("Restart-Container $r, missing, $e -PassThru", ("r", running), ("e", ended));

        Assert.Equal("missing", outcome.AssertError("ContainerNotFound").TargetObject);
        Assert.Equal([running, ended], outcome.Texts());
        Assert.All(outcome.All(), container => Assert.Equal("Running", (string)container.State.ToString()));
        Assert.True((await InspectAsync(engine, running)).GetProperty("State").GetProperty("StartedAt").GetDateTime() > before);
        Assert.Empty(host.Invoke("Restart-Container $r", ("r", running)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Timeout_limits_the_wait_for_the_process(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();
        await DockerAsync(engine, "run", "-d", "--name", name, TestImage.Reference, "sh", "-c", "trap '' TERM; echo ready; while true; do sleep 0.05; done");
        host.Invoke("$null = Wait-Container $n -Pattern ready -Timeout 30", ("n", name)).AssertSucceeded();

        var outcome = host.Invoke("Restart-Container $n -Timeout 1s", ("n", name)).AssertSucceeded();

        Assert.InRange(outcome.Duration.TotalSeconds, 0.9, 8);
        await DockerAsync(engine, "kill", name);
    }

    [Theory, EveryEngine]
    public async Task Port_taken_in_the_meantime_is_said_and_the_container_stays(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var port = TestRegistry.FreePort();
        var first = await RunWithAsync(engine, ["-p", $"{port}:80"]);
        await DockerAsync(engine, "kill", first);
        await DockerAsync(engine, "wait", first);
        await RunWithAsync(engine, ["-p", $"{port}:80"]);

        Assert.Equal(first, host.Invoke("Restart-Container $n", ("n", first)).AssertError("PortInUse").TargetObject);
        Assert.Equal(first, host.Invoke("Start-Container $n", ("n", first)).AssertError("PortInUse").TargetObject);
        Assert.NotEqual("running", (await InspectAsync(engine, first)).GetProperty("State").GetProperty("Status").GetString());
    }
}
