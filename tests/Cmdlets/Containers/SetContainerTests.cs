using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

[PodmanDiffers("`Set-Container`")]
public sealed class SetContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Settings_change_and_the_others_stay(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithAsync(engine, ["--cpu-shares", "512", "--memory", "64m", "--restart", "always"]);

        Assert.Empty(host.Invoke("Set-Container $n -Memory 128MB -MemorySwap -1 -MemoryReservation 100m -Cpus 0.5 -PidsLimit 77", ("n", name)).Lines());

        var settings = (await InspectAsync(engine, name)).GetProperty("HostConfig");
        Assert.Equal(
            (128L << 20, -1L, 100L << 20, 500_000_000L, 77L, 512L, "always"),
            (Number("Memory"), Number("MemorySwap"), Number("MemoryReservation"), Number("NanoCpus"), Number("PidsLimit"), Number("CpuShares"), settings.GetProperty("RestartPolicy").GetProperty("Name").GetString()));

        long Number(string setting) => settings.GetProperty(setting).GetInt64();
    }

    [Theory, EveryEngine]
    public async Task Scheduler_processors_and_restart_are_set_as_docker_sets_them(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (ours, dockers) = (await CreateAsync(engine, "true"), await CreateAsync(engine, "true"));
        await DockerAsync(engine, "update", "--cpu-period", "50000", "--cpu-quota", "25000", "--cpu-shares", "300", "--cpuset-cpus", "0", "--cpuset-mems", "0", "--restart", "on-failure:3", dockers);

        host.Invoke("Set-Container $n -CpuPeriod 50000 -CpuQuota 25000 -CpuShares 300 -CpusetCpus 0 -CpusetMems 0 -Restart on-failure:3", ("n", ours)).AssertSucceeded();

        var (left, right) = ((await InspectAsync(engine, ours)).GetProperty("HostConfig"), (await InspectAsync(engine, dockers)).GetProperty("HostConfig"));
        Assert.Equal(right.GetRawText(), left.GetRawText());
    }

    [Theory, EveryEngine]
    public async Task Pipeline_of_several_is_changed_and_handed_on(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var names = new[] { await CreateAsync(engine, "true"), await RunAsync(engine) };

        var outcome = host.Invoke("Get-Container $names -All | Sort-Object { [array]::IndexOf($names, $_.Name) } | Set-Container -CpuShares 200 -PassThru | ForEach-Object Name", ("names", names));

        Assert.Equal(names, outcome.Lines());
        foreach (var name in names)
        {
            Assert.Equal(200, (await InspectAsync(engine, name)).GetProperty("HostConfig").GetProperty("CpuShares").GetInt64());
        }
    }

    [Theory, EveryEngine]
    public async Task Errors_name_what_is_wrong_and_what_if_changes_nothing(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await CreateAsync(engine, "true");

        Assert.Contains("nothing to change", host.Invoke("Set-Container $n", ("n", name)).AssertError("InvalidArgument").Exception.Message, StringComparison.Ordinal);
        Assert.Contains(name, host.Invoke("Set-Container $n -CpuShares 1000 -Memory 1k", ("n", name)).AllErrors.Single().Exception.Message, StringComparison.Ordinal);
        host.Invoke("Set-Container $n -Memory 12qm", ("n", name)).AssertError("CannotConvertArgumentNoMessage");
        host.Invoke("Set-Container missing-$n -CpuShares 100", ("n", name)).AssertError("ContainerNotFound");
        var said = string.Join(' ', host.Invoke("Set-Container $n -CpuShares 100 -Restart always -WhatIf", ("n", name)).AssertSucceeded().HostLines);
        Assert.Contains("Set Restart to always, CpuShares to 100", said, StringComparison.Ordinal);
        Assert.Equal(0, (await InspectAsync(engine, name)).GetProperty("HostConfig").GetProperty("CpuShares").GetInt64());

        if (engine.Version.ToString() != "20.10")
        {
            host.Invoke("Set-Container $n -KernelMemory 64m", ("n", name)).AssertError("NotSupportedByEngine");
        }
    }
}
