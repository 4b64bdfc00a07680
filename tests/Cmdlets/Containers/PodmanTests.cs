using System;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

/// <summary>What Podman's API lacks is an error of its own, not a thing that was not found.</summary>
public sealed class PodmanTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory]
    [EveryEngine("Set-Container $n -CpuShares 100")]
    [EveryEngine("Update-Container $n -Pull Never")]
    [EveryEngine("ConvertTo-ContainerCommand $n")]
    public async Task What_it_lacks_is_said(string version, string script)
    {
        Assert.SkipUnless(version == EngineVersion.Podman.Name, "Docker has it.");
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var error = host.Invoke(script, ("n", name)).AssertError("NotSupportedByEngine");

        Assert.Equal(name, error.TargetObject);
        Assert.True((await InspectAsync(engine, name)).GetProperty("State").GetProperty("Running").GetBoolean());
    }

    [Theory, EveryEngine]
    public async Task Paused_ones_are_among_those_that_run(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        await DockerAsync(engine, "pause", name);

        Assert.Contains(name, host.Invoke("Get-Container").Lines());
        await DockerAsync(engine, "unpause", name);
    }
}
