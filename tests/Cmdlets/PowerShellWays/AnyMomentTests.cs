using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Ctrl-C at whatever moment: between two requests as well as in one.</summary>
public sealed class AnyMomentTests(SharedEngines engines) : WaysTests(engines)
{
    private const int Rounds = 12;

    [Theory]
    [EveryEngine("Get-ContainerLog $names[0] -Follow")]
    [EveryEngine("Get-ContainerLog $names -Follow")]
    [EveryEngine("Wait-Container $names -Condition LogMatch -Pattern never")]
    [EveryEngine("Wait-Container $names -Any")]
    [EveryEngine("while ($true) { $names | Get-ContainerDetail | Get-Container | Out-Null }")]
    public async Task Stop_ends_the_command_and_its_connections(string version, string command)
    {
        var engine = await EngineAsync(version);
        var names = (await ContainersAsync(engine, 3, start: true)).Select(one => one.Name).ToArray();
        await using var proxy = FaultyProxy.Start(engine);
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });
        host.Invoke("$names | Get-ContainerDetail", ("names", names)).AssertSucceeded();

        for (var round = 0; round < Rounds; round++)
        {
            using var running = host.BeginInvoke(command);
            await Task.Delay(round * 8);
            Assert.True(running.Stop() < TimeSpan.FromSeconds(3));
            Assert.True(running.End().WasStopped);
        }

        // What stays is kept for the next requests, of which there were three at a time.
        await UntilAsync(() => proxy.OpenConnections <= names.Length, "all streams closed");
        Assert.Equal(names, host.Invoke("$names | Get-Container").AssertSucceeded().Texts());
    }

    [Theory, EveryEngine]
    public async Task Stop_of_a_start_leaves_a_whole_container_or_none(string version)
    {
        var engine = await EngineAsync(version);
        var host = Session(engine);
        host.Invoke("Get-Container").AssertSucceeded();

        for (var round = 0; round < Rounds; round++)
        {
            var name = Names.Next();
            using var running = host.BeginInvoke("Start-Container -Image busybox:test -Name $name sleep 600", ("name", name));
            await Task.Delay(round * 30);
            running.Stop();
            running.End();
            if ((await LeftAsync(engine)).Length > 0)
            {
                // It was done before the stop: then it runs.
                Assert.Equal("running", await StateAsync(engine, name));
                await engine.Http.DeleteAsync($"/containers/{name}?force=true");
            }
        }
    }
}
