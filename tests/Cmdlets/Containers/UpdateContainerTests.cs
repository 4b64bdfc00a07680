using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

[PodmanDiffers("`Update-Container` and `ConvertTo-ContainerCommand`")]
public sealed class UpdateContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Newer_image_of_the_same_name_takes_the_place_with_networks_ports_volumes_and_options(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (image, net, other, volume) = (Names.Next("image"), Names.Next("net"), Names.Next("net"), Names.Next("volume"));
        await ImageAsync(engine, image, "ENV VERSION=1", "VOLUME /unnamed");
        await DockerAsync(engine, "network", "create", "--subnet", "10.233.8.0/24", net);
        await DockerAsync(engine, "network", "create", other);
        var name = Names.Next();
        await DockerAsync(
            engine,
            "run", "-d", "--name", name, "--network", net, "--ip", "10.233.8.9", "--network-alias", "web", "-p", "127.0.0.1::80", "-e", "A=1", "-v", volume + ":/named", "--health-cmd", "test -f /unnamed/x", "--health-interval", "1s", "--stop-signal", "KILL", image, "sleep", "600");
        await DockerAsync(engine, "network", "connect", "--alias", "db", other, name);
        await DockerAsync(engine, "exec", name, "sh", "-c", "echo kept >/unnamed/x; echo named >/named/x");
        var before = await InspectAsync(engine, name);
        await ImageAsync(engine, image, "ENV VERSION=2", "VOLUME /unnamed");

        var updated = host.Invoke("Get-Container $n | Update-Container -Pull Missing", ("n", name)).One();

        var after = await InspectAsync(engine, name);
        Assert.Equal((Text(after, "Id"), name), ((string)updated.ContainerId, (string)updated.Name));
        Assert.NotEqual(Text(before, "Id"), Text(after, "Id"));
        Assert.Equal("running", Text(after, "State", "Status"));
        Assert.Equal("healthy", Text(after, "State", "Health", "Status"));
        Assert.Equal("A=1 VERSION=2", string.Join(' ', Texts(after, "Config", "Env").Where(text => !text.StartsWith("PATH=", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        Assert.Equal("10.233.8.9", Text(after, "NetworkSettings", "Networks", net, "IPAddress"));
        Assert.Contains("db", Texts(after, "NetworkSettings", "Networks", other, "Aliases"));
        Assert.Equal("kept\nnamed", await DockerAsync(engine, "exec", name, "cat", "/unnamed/x", "/named/x"));
        Assert.NotEqual("0", await DockerAsync(engine, "exec", name, "sh", "-c", $"nslookup web | grep -c 10.233.8.9; nslookup {name} >/dev/null"));
        Assert.Equal([name], await ContainersAsync(engine));
        await DockerAsync(engine, "rm", "-f", "-v", name);
        await DockerAsync(engine, "volume", "rm", UnnamedVolume(before));
    }

    [Theory, EveryEngine]
    public async Task Image_whose_health_check_fails_leaves_the_old_container_running_under_its_name_and_address(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (image, net) = (Names.Next("sick"), Names.Next("net"));
        await ImageAsync(engine, image, "HEALTHCHECK --interval=1s --retries=1 CMD echo it can not work; exit 1");
        await DockerAsync(engine, "network", "create", net);
        var name = await RunWithAsync(engine, ["--network", net, "-p", "127.0.0.1::80", "--restart", "always"]);
        var before = await StateAsync(engine, name);

        var error = host.Invoke("Update-Container $n -Image $i -Pull Never", ("n", name), ("i", image)).AssertError("UpdateFailed");

        Assert.Equal(before, await StateAsync(engine, name));
        Assert.Equal([name], await ContainersAsync(engine));
        Assert.Contains($"{name} was not updated", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("its health check fails: it can not work", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("The old container runs again as it was", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal((name, "InvalidOperation"), (error.TargetObject, error.CategoryInfo.Category.ToString()));
    }

    [Theory, EveryEngine]
    public async Task Whatever_step_fails_the_old_container_is_as_it_was(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var name = await RunAloneAsync(engine);
        var holder = await RunWithAsync(engine, ["-p", "127.0.0.1::80"]);
        var port = (await DockerAsync(engine, "port", holder, "80")).Split(':')[^1];
        var before = await StateAsync(engine, name);
        (string Command, string Error, Action Break)[] failures =
        [
            ("-Recreate", "EngineError", () => proxy.Refuse("^POST .*/containers/create", 500, "no", times: 1)),
            ("-Recreate", "ConnectionLost", () => proxy.Cut("^POST .*/containers/create", 0, times: 1)),
            ("-Recreate", "EngineError", () => proxy.Refuse("^POST .*/stop", 500, "no", times: 1)),
            ("-Recreate", "EngineError", () => proxy.Refuse("^POST .*/rename.*-old-", 500, "no", times: 1)),
            ("-Recreate", "EngineError", () => proxy.Refuse($"^POST .*/rename.*name={name}$", 500, "no", times: 1)),
            ("-Recreate", "EngineError", () => proxy.Refuse("^POST .*/start", 500, "no", times: 1)),
            ("-HealthCmd true -HealthInterval 60s -Timeout 1", "Timeout", () => { }),
            ("-Command no-such-program", "CommandNotStarted", () => { }),
            ("-Command sh, -c, 'exit 7'", "UpdateFailed", () => { }),
            ($"-Publish 127.0.0.1:{port}:80", "PortInUse", () => { }),
            ("-Image none-of-these:here", "ImageNotFound", () => { }),
            ("-Network none-of-these", "NetworkNotFound", () => { }),
            ("-Rm -Restart always", "InvalidArgument", () => { }),
        ];

        foreach (var (command, id, spoil) in failures)
        {
            spoil();
            var error = host.Invoke($"Update-Container $n -Pull Never {command} -Engine $e", ("n", name), ("e", proxy.Host)).AssertError(id);
            Assert.Equal(name, error.TargetObject);
            Assert.Equal((command, before), (command, await StateAsync(engine, name)));
            Assert.Equal(new[] { name, holder }.Order(StringComparer.Ordinal), await ContainersAsync(engine));
        }
    }

    [Theory, EveryEngine]
    public async Task Stop_while_the_new_one_is_not_healthy_yet_puts_the_old_one_back(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAloneAsync(engine);
        var before = await StateAsync(engine, name);
        using var running = host.BeginInvoke("Update-Container $n -Pull Never -HealthCmd true -HealthInterval 10m", ("n", name));

        running.WaitUntil(() => IsNewRunningAsync().GetAwaiter().GetResult(), TimeSpan.FromMinutes(1));
        running.Stop(TimeSpan.FromMinutes(1));

        Assert.Equal(before, await StateAsync(engine, name));
        Assert.Equal([name], await ContainersAsync(engine));

        async Task<bool> IsNewRunningAsync() => (await engine.Http.GetAsync("/containers/json")).EnumerateArray()
            .Any(item => Texts(item, "Names").Contains("/" + name, StringComparer.Ordinal) && Text(item, "Id") != before.Id && Text(item, "State") == "running");
    }

    [Theory, EveryEngine]
    public async Task Options_change_what_they_name_and_nothing_else(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithAsync(engine, ["-e", "A=1", "-e", "B=1", "-l", "a=1", "-l", "b=1", "--hostname", "web", "-m", "64m", "--restart", "always"]);
        var id = Text(await InspectAsync(engine, name), "Id");

        Assert.Equal([id], host.Invoke("(Update-Container $n -Pull Never).ContainerId", ("n", name)).AssertSucceeded().Texts());
        var whatIf = string.Join(' ', host.Invoke("Update-Container $n -Env B=2 -Memory 96MB -KeepOld -WhatIf", ("n", name)).AssertSucceeded().HostLines);
        Assert.Contains("Replace by a new container of its image, pulled anew and with other Env, Memory, and keep the old one", whatIf, StringComparison.Ordinal);
        Assert.Equal(id, Text(await InspectAsync(engine, name), "Id"));

        host.Invoke("Update-Container $n -Pull Never -Env B=2, C=3 -Label @{ b = 2 } -Memory 96MB -Restart unless-stopped -KeepOld", ("n", name)).AssertSucceeded();

        var after = await InspectAsync(engine, name);
        Assert.Equal(["A=1", "B=2", "C=3"], Texts(after, "Config", "Env").Where(text => text[1] == '=').Order(StringComparer.Ordinal));
        Assert.Equal("{\"a\":\"1\",\"b\":\"2\"}", Part(after, "Config", "Labels").GetRawText());
        Assert.Equal(("web", "unless-stopped", "96"), (Text(after, "Config", "Hostname"), Text(after, "HostConfig", "RestartPolicy", "Name"), (Part(after, "HostConfig", "Memory").GetInt64() >> 20).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal("SIGKILL", "SIG" + Text(after, "Config", "StopSignal").Replace("SIG", "", StringComparison.Ordinal));
        var old = await InspectAsync(engine, id);
        Assert.Equal(($"/{name}-old-{id[..12]}", "exited"), (Text(old, "Name"), Text(old, "State", "Status")));
        Assert.Equal("no", Text(old, "HostConfig", "RestartPolicy", "Name"));
    }

    [Theory, EveryEngine]
    public async Task Several_are_updated_and_what_does_not_run_is_not_started(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (running, created, paused, removing) = (await RunAsync(engine), await CreateAsync(engine, "sleep", "600"), await RunAsync(engine), await RunWithAsync(engine, ["--rm"]));
        await DockerAsync(engine, "pause", paused);

        var outcome = host.Invoke("$names | Update-Container -Pull Never -Recreate", ("names", new[] { running, "none-of-these", created, paused, removing }));

        Assert.Equal([running, created], outcome.Texts());
        Assert.Equal(["ContainerNotFound", "StateConflict", "StateConflict"], outcome.ErrorIds);
        Assert.Equal("running", Text(await InspectAsync(engine, running), "State", "Status"));
        Assert.Equal("created", Text(await InspectAsync(engine, created), "State", "Status"));
        await DockerAsync(engine, "unpause", paused);
    }

    // In a network where nobody else takes its address while it is stopped.
    private async Task<string> RunAloneAsync(TestEngine engine)
    {
        var net = Names.Next("net");
        await DockerAsync(engine, "network", "create", net);
        return await RunWithAsync(engine, ["--network", net]);
    }

    private async Task ImageAsync(TestEngine engine, string name, params string[] changes)
    {
        var from = await CreateAsync(engine, "true");
        await DockerAsync(engine, ["commit", .. changes.SelectMany(change => new[] { "-c", change }), "-c", "CMD [\"sleep\", \"600\"]", from, name]);
        await DockerAsync(engine, "rm", from);
    }

    private static async Task<(string Id, string Name, string State, string Addresses)> StateAsync(TestEngine engine, string name)
    {
        var inspected = await InspectAsync(engine, name);
        var addresses = Part(inspected, "NetworkSettings", "Networks").EnumerateObject().Select(network => network.Name + "=" + Text(network.Value, "IPAddress"));
        return (Text(inspected, "Id"), Text(inspected, "Name"), Text(inspected, "State", "Status"), string.Join(' ', addresses.Order(StringComparer.Ordinal)));
    }

    private async Task<IReadOnlyList<string>> ContainersAsync(TestEngine engine) =>
        [.. (await EngineSweep.FindAsync(engine, Names.Prefix)).Select(thing => thing.Name.Split(' ')).Where(thing => thing[0] == "container").Select(thing => thing[1]).Order(StringComparer.Ordinal)];

    private static string UnnamedVolume(JsonElement inspected) =>
        Part(inspected, "Mounts").EnumerateArray().Where(mount => Text(mount, "Destination") == "/unnamed").Select(mount => Text(mount, "Name")).Single();

    private static JsonElement Part(JsonElement whole, params string[] path) => path.Aggregate(whole, (part, name) => part.GetProperty(name));

    private static string Text(JsonElement whole, params string[] path) => Part(whole, path).GetString()!;

    private static IEnumerable<string> Texts(JsonElement whole, params string[] path) => Part(whole, path).EnumerateArray().Select(item => item.GetString()!);
}
