using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class GetContainerProcessTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Columns_are_typed(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine, "sh", "-c", "sleep 600 & sleep 601; true");
        // Podman tells the numbers within the container.
        var pid = version == "podman" ? 1 : (await InspectAsync(engine, name)).GetProperty("State").GetProperty("Pid").GetInt32();

        // A moment passes until each child has become its program.
        var processes = host.Invoke(
            "do { $p = Get-Container $n | Get-ContainerProcess } until (@($p.Command -like 'sleep*').Count -eq 2); $p", ("n", name)).AssertSucceeded().All();

        Assert.Equal(["sh -c sleep 600 & sleep 601; true", "sleep 600", "sleep 601"], processes.Select(process => (string)process.Command).Order(StringComparer.Ordinal));
        var first = processes.Single(process => process.ProcessId == pid);
        Assert.All(processes.Where(process => process.ProcessId != pid), process => Assert.Equal(pid, (int)process.ParentProcessId));
        Assert.Equal(("root", name, engine.Host), ((string)first.User, (string)first.Container, (string)first.Engine));
        Assert.Equal("sh -c sleep 600 & sleep 601; true", first.ToString());
        Assert.InRange((TimeSpan)first.CpuTime, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Null(first.Terminal);
        Assert.Equal("DockerPS.ContainerProcess", first.GetType().FullName);
    }

    [Theory, EveryEngine]
    public async Task Options_for_ps_give_other_columns(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var process = host.Invoke("Get-ContainerProcess $n -PsOptions '-eo pid,nice,args'", ("n", name)).One();

        Assert.Equal("sleep 600", process.Command);
        Assert.Equal("0", ((IReadOnlyDictionary<string, string>)process.Columns)["NI"]);
        Assert.Null(process.ParentProcessId);
        Assert.Null(process.CpuTime);
    }

    [Theory, EveryEngine]
    public async Task One_that_does_not_run_is_an_error_beside_the_others(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var running = await RunAsync(engine);
        var ended = await RunToEndAsync(engine, "true");

        var outcome = host.Invoke("Get-ContainerProcess $e, $r", ("e", ended), ("r", running));

        var error = outcome.AssertError("StateConflict");
        Assert.Equal(ended, error.TargetObject);
        Assert.Contains("is not running", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["sleep 600"], outcome.Texts());
    }

    [Theory, EveryEngine]
    public async Task Table_is_whole_on_80_columns(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        host.Width = 80;

        var lines = host.Render("Get-ContainerProcess $n", ("n", name)).Where(line => line.Length > 0).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Matches("^Container +ProcessId +ParentId +User +Start +CpuTime +Command$", lines[0]);
        Assert.Matches("root +[0-9:]+ +00:00:00 +sleep 600$", lines[2]);
    }
}
