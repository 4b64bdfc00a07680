using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class StartContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory]
    [EveryEngine("-Publish \"${p}:80\"")]
    [EveryEngine("-Publish @{ $p = 80 }")]
    [EveryEngine("-p \"127.0.0.1:${p}-${q}:80-81\"")]
    public async Task Page_of_a_published_server_is_fetched(string version, string parameters)
    {
        var (engine, host) = await PrepareAsync(version);
        var port = TestRegistry.FreePort();

        var started = host.Invoke(
            $"Start-Container -Image busybox:test -Name $n {parameters} httpd '-f' '-h' /www", ("n", Names.Next()), ("p", port), ("q", port + 1)).One();

        Assert.Equal(("Running", port), ((string)started.State.ToString(), (int)started.Ports[0].HostPort));
        Assert.Equal(TestImage.PageText + "\n", await FetchAsync($"http://127.0.0.1:{port}/"));
    }

    [Theory, EveryEngine]
    public async Task Existing_ones_are_started_and_what_runs_already_is_no_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var created = await CreateAsync(engine, "sleep", "600");
        var ended = await RunToEndAsync(engine, "true");
        var running = await RunAsync(engine);
        var before = (await InspectAsync(engine, running)).GetProperty("State").GetProperty("StartedAt").GetString();

        var outcome = host.Invoke("Start-Container $c, nothing-here, $r; Get-Container $e | Start-Container", ("c", created), ("e", ended), ("r", running));

        Assert.Equal("nothing-here", outcome.AssertError("ContainerNotFound").TargetObject);
        Assert.Equal([created, running, ended], outcome.Texts());
        Assert.Equal(["Running", "Running"], outcome.All().Take(2).Select(container => (string)container.State.ToString()));
        Assert.Equal(before, (await InspectAsync(engine, running)).GetProperty("State").GetProperty("StartedAt").GetString());
    }

    [Theory, EveryEngine]
    public async Task Made_ones_are_piped_on_and_answer(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        string[] names = [Names.Next(), Names.Next(), Names.Next()];

        var lines = host.Invoke(
            "$names | New-Container busybox:test echo 'grüße aus' dem container | Start-Container | Wait-Container | Sort-Object Name | Get-ContainerLog -Raw", ("names", names)).Lines();

        Assert.Equal(["grüße aus dem container", "grüße aus dem container", "grüße aus dem container"], lines);
    }

    [Theory, EveryEngine]
    public async Task Port_that_another_container_or_a_process_has_is_said_and_the_made_one_is_gone(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var port = TestRegistry.FreePort();
        var holder = await RunWithAsync(engine, ["-p", $"{port}:80"]);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port;

        foreach (var busy in (int[])[port, taken])
        {
            var name = Names.Next("refused");
            var outcome = host.Invoke("Start-Container -Image busybox:test -Name $n -Publish \"${p}:80\" sleep 600", ("n", name), ("p", busy));
            var error = outcome.AssertError("PortInUse");
            Assert.Empty(outcome.Output);
            Assert.Equal((name, "ResourceBusy"), (error.TargetObject, error.CategoryInfo.Category.ToString()));
            Assert.Contains("removed again", error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains($"{busy}", error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("another port", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Equal("", await DockerAsync(engine, "ps", "-aq", "--filter", "name=" + name));
        }

        Assert.Equal([holder], host.Invoke("Get-Container $h", ("h", holder)).Lines());
    }

    [Theory]
    [EveryEngine("no-such-command", "no-such-command")]
    [EveryEngine("/etc/passwd", "permission denied")]
    public async Task Command_that_cannot_be_started_leaves_nothing_and_the_others_run(string version, string command, string words)
    {
        var (engine, host) = await PrepareAsync(version);
        var (bad, good) = (Names.Next("bad"), Names.Next("good"));

        var outcome = host.Invoke(
            "Start-Container -Image busybox:test -Name $b $c; Start-Container -Image busybox:test -Name $g sleep 600", ("b", bad), ("g", good), ("c", command));

        var error = outcome.AssertError("CommandNotStarted");
        Assert.Equal(bad, error.TargetObject);
        Assert.Contains(words, error.Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([good], outcome.Texts());
        Assert.Equal(good, await DockerAsync(engine, "ps", "-a", "--filter", "name=" + Names.Prefix, "--format", "{{.Names}}"));
    }

    [Theory, EveryEngine]
    public async Task Missing_image_is_pulled_once_for_all_with_progress(string version)
    {
        Assert.SkipWhen(TestRegistry.Missing is not null, TestRegistry.Missing ?? "");
        var (engine, host) = await PrepareAsync(version);
        await using var registry = await TestRegistry.StartAsync();
        await using var proxy = FaultyProxy.Start(engine);
        var image = await registry.PushAsync(engine, await OwnImageAsync(engine), "team/web");
        try
        {
            Assert.Equal("", await DockerAsync(engine, "images", "-q", image));

            var outcome = host.Invoke(
                "$n | Start-Container -Image $i -Engine $e true", ("n", new[] { Names.Next(), Names.Next(), Names.Next() }), ("i", image), ("e", proxy.Host)).AssertSucceeded();

            Assert.Equal(3, outcome.Output.Count);
            Assert.All(outcome.All(), container => Assert.Equal(image, (string)container.Image));
            Assert.Equal(1, proxy.Requests.Count(request => request.Contains("/images/create", StringComparison.Ordinal)));
            Assert.Equal($"Pulling {image}", Assert.Single(outcome.Progress.Select(record => record.Activity).Distinct()));
            Assert.Equal("Completed", outcome.Progress[^1].RecordType.ToString());
        }
        finally
        {
            await DockerAsync(engine, "rm", "-f", $"{Names.Prefix}-x2", $"{Names.Prefix}-x3", $"{Names.Prefix}-x4");
            await DockerAsync(engine, "rmi", image);
        }
    }

    [Theory, EveryEngine]
    public async Task Image_that_nobody_has_leaves_nothing(string version)
    {
        Assert.SkipWhen(TestRegistry.Missing is not null, TestRegistry.Missing ?? "");
        var (engine, host) = await PrepareAsync(version);
        await using var registry = await TestRegistry.StartAsync();
        var unknown = registry.Address + "/team/unknown:1";

        var error = host.Invoke("Start-Container -Image $i -Name $n", ("i", unknown), ("n", Names.Next())).AssertError("ImageNotFound");
        Assert.Contains(unknown, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("ObjectNotFound", error.CategoryInfo.Category.ToString());

        // No registry answers there.
        error = host.Invoke("New-Container $i -Name $n", ("i", $"127.0.0.1:{TestRegistry.FreePort()}/team/unknown:1"), ("n", Names.Next())).AssertError("PullFailed");
        Assert.Contains("refused", error.Exception.Message, StringComparison.Ordinal);

        error = host.Invoke("New-Container $i -Name $n -Pull Never", ("i", unknown), ("n", Names.Next())).AssertError("ImageNotFound");
        Assert.Contains("Install-ContainerImage", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        await AssertNothingMadeAsync(engine);
    }

    [Theory, EveryEngine]
    public async Task Always_pulls_what_the_registry_has_now(string version)
    {
        Assert.SkipWhen(TestRegistry.Missing is not null, TestRegistry.Missing ?? "");
        var (engine, host) = await PrepareAsync(version);
        await using var registry = await TestRegistry.StartAsync();
        var old = await OwnImageAsync(engine);
        var image = await registry.PushAsync(engine, old, "team/moves");
        await DockerAsync(engine, "tag", TestImage.Reference, image);
        try
        {
            var kept = host.Invoke("New-Container $i -Name $n", ("i", image), ("n", Names.Next())).One();
            var moved = host.Invoke("New-Container $i -Name $n -Pull Always", ("i", image), ("n", Names.Next())).One();

            Assert.Equal(await DockerAsync(engine, "image", "inspect", "-f", "{{.Id}}", TestImage.Reference), kept.ImageId);
            Assert.Equal(await DockerAsync(engine, "image", "inspect", "-f", "{{.Id}}", old), moved.ImageId);
            await DockerAsync(engine, "rm", (string)kept.Name, (string)moved.Name);
        }
        finally
        {
            await DockerAsync(engine, "rmi", "-f", image);
        }
    }

    [Theory, EveryEngine]
    public async Task One_that_removes_itself_is_gone_at_its_end(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();

        var outcome = host.Invoke("Start-Container -Image busybox:test -Name $n -Rm sleep 2 | Wait-Container -Condition Removed -Timeout 30", ("n", name)).One();

        Assert.Equal((name, "Removed", 0), ((string)outcome.Name, (string)outcome.State.ToString(), (int)outcome.ExitCode));
        host.Invoke("Get-Container $n", ("n", name)).AssertError("ContainerNotFound");
    }

    [Fact]
    public async Task Options_of_a_new_one_without_an_image_say_what_is_missing()
    {
        var (_, host) = await PrepareAsync("20.10");

        var error = host.Invoke("Start-Container -Name web -Publish 8080:80").AssertError("InvalidArgument");

        Assert.Contains("-Image", error.Exception.Message, StringComparison.Ordinal);
    }

    // An image of the test's own, so that no other test's containers hold it.
    private async Task<string> OwnImageAsync(TestEngine engine)
    {
        var image = Names.Next("img") + ":1";
        var name = await CreateAsync(engine);
        await DockerAsync(engine, "commit", "-c", "LABEL own=" + Names.Prefix, name, image);
        await DockerAsync(engine, "rm", name);
        return image;
    }
}
