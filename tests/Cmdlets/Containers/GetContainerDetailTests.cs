using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class GetContainerDetailTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Typed_values_are_those_of_docker_inspect(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var network = Names.Next("net");
        await DockerAsync(engine, "network", "create", network);
        var port = TestRegistry.FreePort();
        var name = await RunWithAsync(
            engine,
            [
                "--network", network, "--network-alias", "shop", "--hostname", "box", "-e", "A=1", "-e", "B=zwei Wörter", "-l", "k=v", "-p", $"127.0.0.1:{port}:80", "-u", "nobody",
                "-w", "/tmp", "-m", "64m", "--cpus", "0.5", "--restart", "on-failure:3", "-v", "/tmp:/host:ro", "--entrypoint", "sleep", "-t",
            ],
            "600");

        var detail = host.Invoke("Get-ContainerDetail $n", ("n", name)).One();

        var told = await InspectAsync(engine, name);
        Assert.Equal("DockerPS.ContainerDetail", detail.GetType().FullName);
        Assert.Equal((told.GetProperty("Id").GetString(), name), ((string)detail.ContainerId, (string)detail.Name));
        Assert.Equal((TestImage.Reference, told.GetProperty("Image").GetString()), ((string)detail.Image, (string)detail.ImageId));
        Assert.Equal(["sleep", "600"], (string[])[(string)detail.Path, .. (string[])detail.Arguments]);
        Assert.Equal(["sleep", "|", "600"], (string[])[.. (string[])detail.Entrypoint, "|", .. (string[])detail.Command]);
        var state = told.GetProperty("State");
        Assert.Equal(("Running", state.GetProperty("Pid").GetInt32(), false), ((string)detail.State.ToString(), (int)detail.ProcessId, (bool)detail.OutOfMemory));
        Assert.Equal(state.GetProperty("StartedAt").GetDateTime(), ((DateTime)detail.Started).ToUniversalTime(), TimeSpan.FromMicroseconds(1));
        Assert.Equal(told.GetProperty("Created").GetDateTime(), ((DateTime)detail.Created).ToUniversalTime(), TimeSpan.FromMicroseconds(1));
        Assert.Equal(DateTimeKind.Local, ((DateTime)detail.Started).Kind);
        Assert.Null(detail.Finished);
        Assert.Equal(("box", "nobody", "/tmp", true), ((string)detail.HostName, (string)detail.User, (string)detail.WorkingDirectory, (bool)detail.Tty));
        Assert.Contains("A=1", (string[])detail.Env);
        Assert.Contains("B=zwei Wörter", (string[])detail.Env);
        Assert.Equal("v", ((IReadOnlyDictionary<string, string>)detail.Labels)["k"]);
        Assert.Equal(("on-failure:3", 64L << 20, 0.5m), ((string)detail.RestartPolicy, (long)detail.Memory, (decimal)detail.Cpus));
        Assert.Equal([$"127.0.0.1:{port}->80/tcp"], ((IEnumerable<object>)detail.Ports).Select(item => item.ToString()));
        Assert.Equal(["/tmp:/host:ro"], ((IEnumerable<object>)detail.Mounts).Select(item => item.ToString()));
        Assert.Equal(network, detail.Networks[0].Network);
        Assert.Contains("shop", (string[])detail.Networks[0].Aliases);
        Assert.Equal(("json-file", "linux", engine.Host), ((string)detail.LogDriver, (string)detail.Platform, (string)detail.Engine));
    }

    [Theory, EveryEngine]
    public async Task Whole_answer_comes_as_objects_and_as_text(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "sleep 0.2; exit 3");

        var detail = host.Invoke("$d = Get-ContainerDetail $n; $d", ("n", name)).One();

        using var json = JsonDocument.Parse((string)detail.Json);
        var told = await InspectAsync(engine, name);
        Assert.Equal(told.ToString(), json.RootElement.ToString().TrimEnd());
        Assert.Equal(
            told.EnumerateObject().Select(member => member.Name),
            ((PSObject)detail.Raw).Properties.Select(member => member.Name));
        Assert.Equal(
            ["3", "exited", "sh -c sleep 0.2; exit 3", "True", "host-config"],
            host.Invoke("$d.Raw.State.ExitCode; $d.Raw.State.Status; $d.Raw.Config.Cmd -join ' '; $d.Raw.HostConfig.ShmSize -is [long]; if ($d.Raw.HostConfig.Privileged -eq $false) { 'host-config' }").Lines());
        Assert.Equal((3, "Exited"), ((int)detail.ExitCode, (string)detail.State.ToString()));
        Assert.InRange((DateTime)detail.Finished, (DateTime)detail.Started, DateTime.Now.AddSeconds(1));
    }

    [Theory, EveryEngine]
    public async Task Several_come_in_order_with_sizes_where_asked_and_what_is_missing_is_said(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var first = await CreateAsync(engine);
        var second = await CreateAsync(engine);

        var outcome = host.Invoke("Get-Container $p | Sort-Object Name | Get-ContainerDetail -Size; Get-ContainerDetail $m", ("p", Names.Prefix + "*"), ("m", Names.Next("missing")));

        outcome.AssertError("ContainerNotFound");
        Assert.Equal([first, second], outcome.Texts());
        Assert.All(outcome.All(), detail => Assert.InRange((long)detail.SizeRootFs, 1_000_000, 10_000_000));
        Assert.Null(host.Invoke("Get-ContainerDetail $n", ("n", first)).One().SizeRw);
        Assert.Equal([second, first], host.Invoke("Get-ContainerDetail $b, $a", ("a", first), ("b", second)).Lines());
        Assert.Empty(host.Invoke("Get-ContainerDetail no-such-*").Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("health checks")]
    public async Task Health_and_the_words_of_its_last_check(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithAsync(engine, ["--health-cmd", "echo all is well", "--health-interval", "100ms"]);
        host.Invoke("Wait-Container $n -Condition Healthy -Timeout 30", ("n", name)).AssertSucceeded();

        var detail = host.Invoke("Get-ContainerDetail $n", ("n", name)).One();
        Assert.Equal(("Healthy", "all is well"), ((string)detail.Health.ToString(), (string)detail.HealthOutput));
    }

    [Theory, EveryEngine]
    public async Task List_view_is_whole_on_80_columns(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithAsync(engine, ["-l", "a=b", "-e", "X=1"]);
        host.Width = 80;

        var lines = host.Render("Get-ContainerDetail $n", ("n", name));

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains($"Name             : {name}", lines);
        Assert.Contains("State            : Running", lines);
        Assert.Contains("Networks         : {bridge}", lines);
        Assert.Contains("RestartPolicy    : no", lines);
    }
}
