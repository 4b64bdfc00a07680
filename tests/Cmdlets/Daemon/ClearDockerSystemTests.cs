using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Daemon;

/// <summary>What nothing uses is removed, and only what was listed; each test on an engine of its own.</summary>
public sealed class ClearDockerSystemTests(SharedEngines engines) : EngineTests(engines)
{
    [Theory, EveryEngine]
    public async Task What_nothing_uses_goes_and_the_rest_stays(string version)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        await engine.ImportTestImageAsync("unused:one");
        await DockerAsync(engine, "tag", "unused:one", "unused:two");
        // A name that moves on leaves an image without one.
        await engine.ImportTestImageAsync("moved:on");
        await DockerAsync(engine, "tag", TestImage.Reference, "moved:on");
        foreach (var network in new[] { "free", "needed", "stopping" })
        {
            await DockerAsync(engine, "network", "create", network);
        }

        await DockerAsync(engine, "volume", "create", "named");
        await DockerAsync(engine, "run", "-d", "--name", "running", "--network", "needed", "-v", "/anonymous", TestImage.Reference, "sleep", "600");
        await DockerAsync(engine, "run", "--name", "stopped", "--network", "stopping", "-v", "/anonymous", "-l", "go=yes", TestImage.Reference, "sh", "-c", "head -c 200000 /dev/zero > /zeros");
        var host = Session(engine);

        var listed = host.Invoke("Clear-DockerSystem -WhatIf").AssertSucceeded().HostLines;
        Assert.Contains(listed, line => line.Contains("\"container stopped (2", StringComparison.Ordinal) && line.Contains("kB)\"", StringComparison.Ordinal));
        Assert.Contains(listed, line => line.Contains("\"network free\"", StringComparison.Ordinal));
        Assert.Contains(listed, line => line.Contains("\"network stopping\"", StringComparison.Ordinal));
        Assert.Contains(listed, line => line.Contains("\"image sha256:", StringComparison.Ordinal) && line.Contains("B)\"", StringComparison.Ordinal));
        Assert.Equal(4, listed.Count);
        Assert.Equal(8, host.Invoke("Get-Container -All; Get-ContainerNetwork -Type custom; Get-ContainerVolume").Lines().Count);

        Assert.Equal(["stopped"], host.Invoke("(Clear-DockerSystem -Label go=yes -PassThru -Confirm:$false).Name").Lines());
        var gone = host.Invoke("Clear-DockerSystem -PassThru -Confirm:$false").AssertSucceeded().All();
        Assert.Equal(["Image", "Network", "Network"], gone.Select(item => (string)item.Kind.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["busybox:test", "moved:on", "unused:one", "unused:two"], host.Invoke("Get-ContainerImage | Sort-Object Name").Lines());
        Assert.Equal(["running", "needed"], host.Invoke("Get-Container -All; Get-ContainerNetwork -Type custom").Lines());
        Assert.Equal(3, host.Invoke("Get-ContainerVolume").Lines().Count);

        gone = host.Invoke("Clear-DockerSystem -All -Volumes -PassThru -Confirm:$false").AssertSucceeded().All();
        Assert.Equal(["Image", "Volume"], gone.Select(item => (string)item.Kind.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["busybox:test", "moved:on"], host.Invoke("Get-ContainerImage | Sort-Object Name").Lines());
        Assert.Contains("named", host.Invoke("Get-ContainerVolume").Lines());
        Assert.Equal(2, host.Invoke("Get-ContainerVolume").Lines().Count);
        Assert.Empty(host.Invoke("Clear-DockerSystem -All -Volumes -PassThru").Lines());
    }

    [Theory, EveryEngine]
    public async Task What_came_into_use_between_list_and_removal_stays(string version)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        await DockerAsync(engine, "create", "--name", "first", TestImage.Reference);
        await DockerAsync(engine, "create", "--name", "second", TestImage.Reference);
        var host = Session(engine);
        host.Answer("Yes", "No");

        var outcome = host.Invoke("Clear-DockerSystem -PassThru").AssertSucceeded();

        Assert.Equal(2, outcome.Prompts.Count);
        Assert.Equal(["second"], outcome.All().Select(item => (string)item.Name));
        Assert.Equal(["first"], host.Invoke("Get-Container -All").Lines());

        // What is made after the list was read, at its last request, is not on it.
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Delay("^DELETE ", TimeSpan.FromSeconds(1));
        using var running = host.BeginInvoke("Clear-DockerSystem -Confirm:$false -Engine $e", ("e", proxy.Host));
        running.WaitUntil(() => proxy.Requests.Any(request => request.StartsWith("DELETE", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));
        await DockerAsync(engine, "create", "--name", "third", TestImage.Reference);
        running.End().AssertSucceeded();
        Assert.Equal(["third"], host.Invoke("Get-Container -All").Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("BuildKit")]
    public async Task Build_cache_goes_as_it_was_listed_and_no_more(string version)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        var host = Session(engine);
        host.Invoke("$null = New-ContainerImage -Dockerfile 'FROM busybox:test', 'RUN seq 100000 >/numbers', 'RUN seq 300000 >/more' -Tag built:1 -Builder BuildKit").AssertSucceeded();
        // What an image shares is counted there.
        host.Invoke("Remove-ContainerImage built:1").AssertSucceeded();
        var cache = Cache();
        Assert.InRange(cache.Values.Sum(), 2_000_000, 10_000_000);

        var listed = host.Invoke("Clear-DockerSystem -All -WhatIf").AssertSucceeded().HostLines
            .Select(line => Regex.Match(line, @"""build cache (?<id>[^ ]+) \((?<bytes>[0-9.]+[kM]?B)\)""", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(match => match.Success)
            .ToDictionary(match => match.Groups["id"].Value, match => match.Groups["bytes"].Value, StringComparer.Ordinal);
        Assert.Equal(cache.Keys.Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(listed, piece => Assert.InRange(BytesOf(piece.Value), cache[piece.Key] * 0.99, cache[piece.Key] * 1.01));
        Assert.Equal(cache.Keys.Order(StringComparer.Ordinal), Cache().Keys.Order(StringComparer.Ordinal));

        // What is built after the list was read, at the first removal, is not on it.
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Delay("^(DELETE|POST .*/build/prune)", TimeSpan.FromSeconds(1));
        using var running = host.BeginInvoke("Clear-DockerSystem -All -PassThru -Confirm:$false -Engine $e", ("e", proxy.Host));
        running.WaitUntil(() => proxy.Requests.Any(request => request.StartsWith("DELETE", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));
        var folder = Directory.CreateTempSubdirectory("dockerps-cache-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "new"), "new");
        Session(engine).Invoke("$null = New-ContainerImage $f -Dockerfile 'FROM scratch', 'COPY new /new' -Tag late:1 -Builder BuildKit", ("f", folder)).AssertSucceeded();
        Directory.Delete(folder, recursive: true);
        var gone = running.End().AssertSucceeded().All().Where(item => item.Kind.ToString() == "BuildCache").Select(item => (string)item.Id).ToList();
        Assert.Equal(cache.Keys.Order(StringComparer.Ordinal), gone.Order(StringComparer.Ordinal));
        var late = Cache();
        Assert.NotEmpty(late);
        Assert.Empty(late.Keys.Intersect(gone, StringComparer.Ordinal));

        host.Invoke("Clear-DockerSystem -All -Confirm:$false").AssertSucceeded();
        Assert.Empty(Cache());
        Assert.Equal(0, (long)host.Invoke("Get-DockerDiskUsage | Where-Object Kind -eq BuildCache").One().Size);
        Assert.Empty(host.Invoke("Clear-DockerSystem -All -PassThru").Lines());

        Dictionary<string, long> Cache() => host.Invoke("Get-DockerDiskUsage -Detailed | Where-Object Kind -eq BuildCache").AssertSucceeded().All()
            .ToDictionary(piece => (string)piece.Id, piece => (long)piece.Size, StringComparer.Ordinal);
    }

    private static double BytesOf(string text) =>
        double.Parse(text.TrimEnd('B', 'k', 'M'), CultureInfo.InvariantCulture) * (text.EndsWith("MB", StringComparison.Ordinal) ? 1e6 : text.EndsWith("kB", StringComparison.Ordinal) ? 1e3 : 1);

    private static async Task<string> DockerAsync(TestEngine engine, params string[] arguments)
    {
        var result = await engine.CliAsync(arguments);
        Assert.True(result.Succeeded, $"docker {string.Join(' ', arguments)}: {result.Error}");
        return result.Text;
    }
}
