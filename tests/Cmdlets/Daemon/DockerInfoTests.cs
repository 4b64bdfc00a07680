using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Daemon;

/// <summary>What engines tell of themselves: information, version, disk usage.</summary>
public sealed class DockerInfoTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Information_is_what_the_engine_says(string version)
    {
        var (engine, host) = await PrepareAsync(version);

        var info = host.Invoke("Get-DockerInfo").One();

        var said = await engine.Http.GetAsync("/info");
        Assert.Equal(said.GetProperty("ServerVersion").GetString(), (string)info.ServerVersion);

        // Podman makes up another one each time.
        Assert.Equal(version == "podman" ? info.Raw.ID : said.GetProperty("ID").GetString(), info.EngineId);
        Assert.Equal((said.GetProperty("NCPU").GetInt32(), said.GetProperty("MemTotal").GetInt64()), ((int)info.Cpus, (long)info.Memory));
        Assert.Equal(("linux", "inactive", engine.Host), ((string)info.OSType, (string)info.Swarm, (string)info.Engine));
        Assert.Contains("runc", (string[])info.Runtimes);
        Assert.Equal(DateTimeKind.Local, ((DateTime)info.SystemTime).Kind);
        Assert.Equal(said.GetProperty("DockerRootDir").GetString(), host.Invoke("(Get-DockerInfo).Raw.DockerRootDir").Lines().Single());
        RoundTrip.AssertKept(host, "Get-DockerInfo | ForEach-Object { $null = $_.Raw; $_ }");
    }

    [Theory, EveryEngine]
    public async Task Version_is_what_the_engine_says(string version)
    {
        var (engine, host) = await PrepareAsync(version);

        var told = host.Invoke("Get-DockerVersion").One();

        var said = await engine.Http.GetAsync("/version");
        Assert.Equal(said.GetProperty("Version").GetString(), (string)told.Version);
        Assert.Equal(said.GetProperty("ApiVersion").GetString(), told.ApiVersion.ToString());
        Assert.True((Version)told.UsedApiVersion <= (Version)told.ApiVersion && (Version)told.UsedApiVersion >= (Version)told.MinApiVersion);
        Assert.StartsWith(version == "podman" ? "4." : version, (string)told.ToString(), StringComparison.Ordinal);
        Assert.Contains(version == "podman" ? "Podman Engine" : "containerd", ((IEnumerable<dynamic>)told.Components).Select(part => (string)part.Name));
        Assert.Equal(host.Invoke("(Get-Module DockerPS).Version.ToString()").Lines().Single(), (string)told.ModuleVersion);
        RoundTrip.AssertKept(host, "Get-DockerVersion");
    }

    [Theory, EveryEngine]
    public async Task Disk_usage_counts_what_is_there(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var volume = Names.Next("vol");
        var container = await RunWithAsync(engine, ["-v", volume + ":/data"], "sh", "-c", "head -c 300000 /dev/zero > /data/zeros; head -c 200000 /dev/zero > /zeros");
        await DockerAsync(engine, "wait", container);

        var usage = host.Invoke("Get-DockerDiskUsage").AssertSucceeded().All().ToDictionary(kind => (string)kind.ToString(), StringComparer.Ordinal);

        Assert.Equal(["BuildCache", "Container", "Image", "Volume"], usage.Keys.Order(StringComparer.Ordinal));
        var items = usage.Values.SelectMany(kind => (IEnumerable<dynamic>)kind.Items).ToList();
        var used = items.Single(item => item.Name == container);
        Assert.InRange((long)used.Size, 200_000, 250_000);
        Assert.False((bool)used.Active);
        var kept = items.Single(item => item.Id == volume);
        Assert.InRange((long)kept.Size, 300_000, 350_000);
        Assert.True((bool)kept.Active);
        Assert.True((bool)items.Single(item => item.Name == TestImage.Reference).Active);
        foreach (var kind in usage.Values)
        {
            Assert.Equal(((IEnumerable<dynamic>)kind.Items).Count(), (int)kind.Count);
            Assert.InRange((long)kind.Reclaimable, 0, (long)kind.Size);
        }

        Assert.InRange((long)usage["Container"].Reclaimable, 200_000, long.MaxValue);
        Assert.Contains(volume, host.Invoke("(Get-DockerDiskUsage -Detailed | Where-Object Kind -eq Volume).Name").Lines());
        RoundTrip.AssertKept(host, "Get-DockerDiskUsage");
        RoundTrip.AssertKept(host, "Get-DockerDiskUsage -Detailed");
        Assert.Contains(host.Render("Get-DockerDiskUsage"), line => line.StartsWith("Image ", StringComparison.Ordinal) && line.Contains("MB", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-DockerInfo")]
    [InlineData("Get-DockerVersion")]
    [InlineData("Get-DockerDiskUsage")]
    [InlineData("Get-DockerEvent")]
    [InlineData("Get-DockerEvent -Follow")]
    [InlineData("Register-DockerEvent")]
    public void Engine_that_is_not_there_is_one_error(string command) =>
        Session().Invoke(command + " -Engine unix:///nowhere.sock").AssertError("EngineUnreachable");
}
