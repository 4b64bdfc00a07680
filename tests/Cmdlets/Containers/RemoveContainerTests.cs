using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class RemoveContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task All_are_removed_by_pipeline_and_the_second_time_on_none(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        foreach (var _ in Enumerable.Range(0, 12))
        {
            await DockerAsync(engine, "create", "--name", Names.Next(), "-l", Names.Prefix, TestImage.Reference);
        }

        Assert.Empty(host.Invoke("Get-Container -All -Label $l | Remove-Container", ("l", Names.Prefix)).Lines());
        await AssertNothingMadeAsync(engine);
        Assert.Empty(host.Invoke("Get-Container -All -Label $l | Remove-Container", ("l", Names.Prefix)).Lines());
        Assert.Empty(host.Invoke("Remove-Container $p", ("p", Names.Prefix + "*")).Lines());
    }

    [Theory, EveryEngine]
    public async Task Running_one_stays_unless_forced_and_the_others_go(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (first, last) = (await CreateAsync(engine), await RunToEndAsync(engine, "true"));
        var running = await RunAsync(engine);

        var outcome = host.Invoke("Remove-Container $a, $r, $b", ("a", first), ("r", running), ("b", last));

        var error = outcome.AssertError("StateConflict");
        Assert.Equal((running, "ResourceBusy"), (error.TargetObject, error.CategoryInfo.Category.ToString()));
        Assert.Contains(running, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal([running], host.Invoke("Get-Container $p", ("p", Names.Prefix + "*")).Lines());

        host.Invoke("Remove-Container $r -Force", ("r", running)).AssertSucceeded();
        await AssertNothingMadeAsync(engine);
        Assert.Equal(running, host.Invoke("Remove-Container $r -Force", ("r", running)).AssertError("ContainerNotFound").TargetObject);
    }

    [Theory, EveryEngine]
    public async Task Anonymous_volumes_go_where_asked_and_named_ones_stay(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var volume = Names.Next("vol");
        await DockerAsync(engine, "create", "--name", Names.Prefix + "-keep", "-v", "/data", TestImage.Reference);
        await DockerAsync(engine, "create", "--name", Names.Prefix + "-drop", "-v", "/data", "-v", volume + ":/named", TestImage.Reference);
        var kept = await AnonymousAsync("keep");
        var dropped = await AnonymousAsync("drop");

        host.Invoke("Remove-Container $k; Remove-Container $d -Volumes", ("k", Names.Prefix + "-keep"), ("d", Names.Prefix + "-drop")).AssertSucceeded();

        Assert.Equal(kept, await DockerAsync(engine, "volume", "rm", kept));
        Assert.False((await engine.CliAsync("volume", "inspect", dropped)).Succeeded);
        await DockerAsync(engine, "volume", "rm", volume);

        async Task<string> AnonymousAsync(string name) => (await InspectAsync(engine, Names.Prefix + "-" + name)).GetProperty("Mounts").EnumerateArray()
            .Single(mount => mount.GetProperty("Destination").GetString() == "/data").GetProperty("Name").GetString()!;
    }

    [Theory, EveryEngine]
    public async Task One_that_the_engine_refuses_is_the_only_one_left(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        string? stuck = null;
        foreach (var number in Enumerable.Range(0, 20))
        {
            var name = await CreateAsync(engine);
            stuck = number == 7 ? name : stuck;
        }

        var id = (await InspectAsync(engine, stuck!)).GetProperty("Id").GetString();
        proxy.Refuse($"^DELETE /v[0-9.]+/containers/{id}", 500, $"driver \"overlay2\" failed to remove root filesystem for {id}: device or resource busy");

        var outcome = host.Invoke("Get-Container $p -Engine $e | Remove-Container -Engine $e", ("p", Names.Prefix + "*"), ("e", proxy.Host));

        var error = outcome.AssertError("EngineError");
        Assert.Equal(stuck, error.TargetObject);
        Assert.Contains($"for {stuck}: device or resource busy", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal([stuck!], host.Invoke("Get-Container $p", ("p", Names.Prefix + "*")).Lines());
    }
}
