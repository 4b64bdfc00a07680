using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class SuspendContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Processes_freeze_and_go_on(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        Assert.Equal("Paused", host.Invoke("(Suspend-Container $n -PassThru).State", ("n", name)).AssertSucceeded().Texts()[0]);
        Assert.True((await InspectAsync(engine, name)).GetProperty("State").GetProperty("Paused").GetBoolean());
        host.Invoke("Suspend-Container $n", ("n", name)).AssertError("StateConflict");

        Assert.Equal("Running", host.Invoke("(Get-Container $n | Resume-Container -PassThru).State", ("n", name)).AssertSucceeded().Texts()[0]);
        Assert.False((await InspectAsync(engine, name)).GetProperty("State").GetProperty("Paused").GetBoolean());
        Assert.Contains(name, host.Invoke("Resume-Container $n", ("n", name)).AllErrors.Single().Exception.Message, StringComparison.Ordinal);
    }
}
