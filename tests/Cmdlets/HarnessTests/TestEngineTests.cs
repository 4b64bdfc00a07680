using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.HarnessTests;

public sealed class TestEngineTests(SharedEngines engines) : EngineTests(engines)
{
    [Theory, EveryEngine]
    public async Task Engine_answers_with_its_version(string version)
    {
        var engine = await EngineAsync(version);

        Assert.True(await engine.Http.PingAsync(TimeSpan.FromSeconds(5)));
        var answer = await engine.Http.GetAsync("/version");
        Assert.StartsWith(version == "podman" ? "4." : version + ".", answer.GetProperty("Version").GetString(), StringComparison.Ordinal);
        Assert.Equal(EngineVersion.Parse(version).ApiVersion, answer.GetProperty("ApiVersion").GetString());
    }

    [Theory, EveryEngine]
    public async Task Cli_is_of_the_engines_version_and_runs_the_test_image(string version)
    {
        var engine = await EngineAsync(version);

        var client = await engine.CliAsync("version", "--format", "{{.Client.Version}}");
        Assert.StartsWith((version == "podman" ? "20.10" : version) + ".", client.Text, StringComparison.Ordinal);

        var run = await engine.CliAsync("run", "--rm", "--name", Names.Next(), TestImage.Reference, "sh", "-c", "cat /www/index.html; echo oops >&2; exit 3");
        // Podman forgets the exit code of a container that removes itself, before the docker command asks for it.
        Assert.Equal((version == "podman" ? 0 : 3, TestImage.PageText + "\n", "oops\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Two_engines_publish_the_same_container_port_side_by_side()
    {
        var packages = EnginePackages.Find(EngineVersion.V2010);
        await using var first = await TestEngine.StartAsync(packages);
        await using var second = await TestEngine.StartAsync(packages);
        Assert.NotEqual(await IdAsync(first), await IdAsync(second));

        foreach (var (engine, port) in new[] { (first, "18081"), (second, "18082") })
        {
            await engine.ImportTestImageAsync();
            var run = await engine.CliAsync(
                "run", "-d", "-p", $"{port}:80", TestImage.Reference, "sh", "-c", $"echo from {port} >/www/index.html; exec httpd -f -h /www");
            Assert.True(run.Succeeded, run.Error);
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        Assert.Equal("from 18081\n", await GetAsync(client, "http://127.0.0.1:18081/"));
        Assert.Equal("from 18082\n", await GetAsync(client, "http://127.0.0.1:18082/"));
    }

    [Theory, EveryEngine]
    public async Task Engine_comes_back_after_a_crash_with_its_containers_and_images(string version)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        var name = Names.Next();
        // The engine ends what outlived it as it stops any container: one that ignores SIGTERM would cost 10 s.
        Assert.True((await engine.CliAsync("run", "-d", "--stop-signal", "KILL", "--name", name, TestImage.Reference, "sleep", "600")).Succeeded);

        await engine.KillAsync();
        Assert.False(engine.IsRunning);
        Assert.False(await engine.Http.PingAsync(TimeSpan.FromSeconds(1)));
        await engine.RestartAsync();

        var container = await engine.Http.GetAsync($"/containers/{name}/json");
        // A container of Podman's outlives its service.
        Assert.Equal(version == "podman" ? "running" : "exited", container.GetProperty("State").GetProperty("Status").GetString());
        Assert.True((await engine.CliAsync("start", name)).Succeeded);
    }

    [Fact]
    public async Task Paused_engine_hangs_until_it_is_resumed()
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.V2010));

        engine.Pause();
        Assert.False(await engine.Http.PingAsync(TimeSpan.FromMilliseconds(500)));
        engine.Resume();
        Assert.True(await engine.Http.PingAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Disposed_engine_leaves_no_folder_bridge_mount_or_control_group()
    {
        var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.V2010));
        var folder = Path.GetDirectoryName(engine.SocketPath)!;
        await engine.ImportTestImageAsync();
        Assert.True((await engine.CliAsync("run", "-d", TestImage.Reference, "sleep", "600")).Succeeded);
        var group = "/sys/fs/cgroup/memory/" + Path.GetFileName(Path.GetDirectoryName(folder)) + "-" + Path.GetFileName(folder)[1..];
        Assert.True(!Directory.Exists("/sys/fs/cgroup/memory") || Directory.Exists(group));

        await engine.DisposeAsync();

        Assert.False(Directory.Exists(folder));
        Assert.False(Directory.Exists(group));
        Assert.DoesNotContain(folder, await File.ReadAllTextAsync("/proc/self/mounts"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])),
            path => ReadOrEmpty(Path.Combine(path, "cmdline")).Contains(folder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Engine_can_be_told_to_refuse_old_clients_and_to_listen_on_a_port()
    {
        var packages = EnginePackages.Find(EngineVersion.V2805);
        Assert.SkipUnless(packages.Installed, packages.Missing ?? "");
        await using var engine = await TestEngine.StartAsync(packages, new TestEngineOptions
        {
            Name = "strict",
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOCKER_MIN_API_VERSION"] = "1.44" },
            TcpPort = 12375,
        });

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => engine.Http.GetAsync("/v1.41/version"));
        Assert.Contains("client version 1.41 is too old", refused.Message, StringComparison.Ordinal);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        Assert.Contains("28.5", await client.GetStringAsync(new Uri("http://127.0.0.1:12375/version")), StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Sweep_finds_what_a_test_left_and_removes_it(string version)
    {
        var engine = await EngineAsync(version);
        var names = new UniqueNames("sweep");
        Assert.True((await engine.CliAsync("create", "--name", names.Next(), TestImage.Reference)).Succeeded);
        Assert.True((await engine.CliAsync("network", "create", names.Next())).Succeeded);
        Assert.True((await engine.CliAsync("volume", "create", names.Next())).Succeeded);
        Assert.True((await engine.CliAsync("tag", TestImage.Reference, names.Next() + ":1")).Succeeded);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => EngineSweep.AssertNothingLeftAsync(engine, names.Prefix));

        Assert.Matches($"container {names.Prefix}-x1, network {names.Prefix}-x2, volume {names.Prefix}-x3, image {names.Prefix}-x4:1", failure.Message);
        Assert.Empty(await EngineSweep.FindAsync(engine, names.Prefix));
    }

    private static async Task<string?> IdAsync(TestEngine engine) => (await engine.Http.GetAsync("/info")).GetProperty("ID").GetString();

    // The server needs a moment to listen after the container has started.
    private static async Task<string> GetAsync(HttpClient client, string address)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await client.GetStringAsync(new Uri(address));
            }
            catch (HttpRequestException) when (attempt < 40)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
