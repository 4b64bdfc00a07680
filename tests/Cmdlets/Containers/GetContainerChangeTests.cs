using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class GetContainerChangeTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Changes_are_those_of_the_docker_command(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "echo x > /new; rm /etc/group");

        var changes = host.Invoke("Get-ContainerChange $n | ForEach-Object { \"$($_.Kind) $_ $($_.Container)\" }", ("n", name)).AssertSucceeded().Texts();

        Assert.Equal([$"Added /new {name}", $"Deleted /etc/group {name}", $"Modified /etc {name}"], changes.Order(StringComparer.Ordinal));
        Assert.Empty(host.Invoke("Get-ContainerChange $n", ("n", await CreateAsync(engine, "true"))).AssertSucceeded().Output);
    }
}
