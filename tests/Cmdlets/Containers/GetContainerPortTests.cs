using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class GetContainerPortTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Ports_are_those_of_the_docker_command(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithAsync(engine, ["-p", "127.0.0.1::80", "-p", "127.0.0.1::53/udp", "--expose", "99"]);
        var docker = (await DockerAsync(engine, "port", name)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).Order(StringComparer.Ordinal);

        var ours = host.Invoke("Get-ContainerPort $n | ForEach-Object { \"$($_.Port)/$($_.Protocol) -> $_\" }", ("n", name)).AssertSucceeded().Texts().Order(StringComparer.Ordinal);

        Assert.Equal(docker, ours);
        Assert.Equal(["udp"], host.Invoke("(Get-ContainerPort $n 53/udp).Protocol", ("n", name)).AssertSucceeded().Texts());
        Assert.Empty(host.Invoke("Get-ContainerPort $n 99", ("n", name)).AssertSucceeded().Output);
        host.Invoke("Stop-Container $n -Force; $null = Wait-Container $n", ("n", name)).AssertSucceeded();
        Assert.Empty(host.Invoke("Get-ContainerPort $n", ("n", name)).AssertSucceeded().Output);
    }
}
