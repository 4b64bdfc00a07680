using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class SendContainerSignalTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory]
    [EveryEngine("USR1")]
    [EveryEngine("SIGUSR1")]
    [EveryEngine("10")]
    public async Task Process_gets_the_signal(string version, string signal)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine, "sh", "-c", "trap 'exit 10' USR1; echo ready; while true; do sleep 0.05; done");
        host.Invoke("$null = Wait-Container $n -Pattern ready -Timeout 30", ("n", name)).AssertSucceeded();

        Assert.Equal("10", host.Invoke("Send-ContainerSignal $n $s; (Wait-Container $n -Timeout 30).ExitCode", ("n", name), ("s", signal)).AssertSucceeded().Texts()[0]);
        host.Invoke("Send-ContainerSignal $n HUP", ("n", name)).AssertError("StateConflict");
        host.Invoke("Send-ContainerSignal $n 'no signal'", ("n", name)).AssertError("CannotConvertArgumentNoMessage");
    }
}
