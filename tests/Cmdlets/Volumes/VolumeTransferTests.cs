using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Volumes;

/// <summary>Volumes copied, exported and imported: what is in them is compared inside containers, and no container stays.</summary>
public sealed class VolumeTransferTests(SharedEngines engines) : ContainerTests(engines)
{
    /// <summary>All that a copy may lose.</summary>
    private const string Fill = """
        cd /v && mkdir -p d/sub empty && echo one > d/one && echo two > 'd/sub/name with space' && echo three > d/ünïcödé && : > nothing &&
        ln d/one hard && ln -s d/one link && ln -s /nowhere absolute && ln -s ../../../out out && mkfifo pipe &&
        long=$(printf 'n%.0s' $(seq 200)) && mkdir -p $long/$long && echo long > $long/$long/$long &&
        chown 12:34 d d/one && chown 4000000:3000000 nothing && chown -h 5:6 link && chmod 4755 d/one && chmod 2770 d && chmod 1777 empty && chmod 0 nothing &&
        truncate -s 5000000 sparse && printf end | dd of=sparse bs=1 seek=4000000 conv=notrunc 2>/dev/null &&
        find . -exec touch -h -d '2020-01-02 03:04:05' {} + && chown 7:8 . && chmod 750 .
        """;

    private const string Tell = """
        cd /v && find . | sort | while read -r f; do stat -c '%n %F %a %u:%g %h %s %Y' "$f"; readlink "$f"; if [ -f "$f" ]; then md5sum "$f"; fi; done
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dockerps-volumes-").FullName;

    public override async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Theory, EveryEngine]
    public async Task Copies_and_archives_are_the_same_as_the_volume(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (source, copy, imported) = (Names.Next("vol"), Names.Next("vol"), Names.Next("vol"));
        await RunInAsync(engine, source, Fill);
        var expected = await RunInAsync(engine, source, Tell);
        Assert.Contains("./sparse regular file 644 0:0 1 5000000", expected, StringComparison.Ordinal);

        Assert.Equal(copy, host.Invoke("(Get-ContainerVolume $s | Copy-ContainerVolume -Destination $c -Image busybox:test -PassThru).Name", ("s", source), ("c", copy)).AssertSucceeded().Texts()[0]);
        var exported = host.Invoke("(Export-ContainerVolume $s $f).FullName", ("s", source), ("f", _folder)).AssertSucceeded();
        Assert.Equal(version == "podman", exported.Warnings.Any(warning => warning.Contains("who owns", StringComparison.Ordinal)));
        var file = exported.Texts()[0];
        Assert.Equal(Path.Combine(_folder, source + ".tar"), file);
        Assert.Empty(host.Invoke("Import-ContainerVolume $i $f -Image busybox:test", ("i", imported), ("f", file)).AssertSucceeded().Output);

        Assert.Equal(Kept(expected), Kept(await RunInAsync(engine, copy, Tell)));
        Assert.Equal(Kept(expected), Kept(await RunInAsync(engine, imported, Tell)));
        foreach (var volume in (string[])[copy, imported])
        {
            var blocks = long.Parse(await RunInAsync(engine, volume, "stat -c %b /v/sparse"), CultureInfo.InvariantCulture);
            Assert.True(blocks * 512 < 1_000_000, $"{blocks} blocks");
        }

        await AssertNoHelperAsync(engine);

        // All but the owners, which have a test of their own there.
        string Kept(string told) => version == "podman" ? Regex.Replace(told, @" \d+:\d+ ", " ", RegexOptions.None, TimeSpan.FromSeconds(1)) : told;
    }

    [Theory, EveryEngine, PodmanDiffers("owners of what is read out of containers and volumes")]
    public async Task Owners_are_kept(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (source, copy) = (Names.Next("vol"), Names.Next("vol"));
        await RunInAsync(engine, source, "echo one > /v/one && chown 12:34 /v/one && chown 7:8 /v");

        host.Invoke("Copy-ContainerVolume $s $c -Image busybox:test", ("s", source), ("c", copy)).AssertSucceeded();

        Assert.Equal("7:8 12:34", (await RunInAsync(engine, copy, "stat -c %u:%g /v /v/one")).Replace('\n', ' '));
    }

    [Theory, EveryEngine]
    public async Task Compressed_archives_are_taken_and_what_is_there_stays(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var volume = Names.Next("vol");
        await RunInAsync(engine, volume, "echo old > /v/stays; echo old > /v/changes");
        await Tool.DemandAsync("sh", ["-c", "cd \"$1\" && echo new > changes && tar -czf a.tar.gz changes", "sh", _folder]);

        host.Invoke("Import-ContainerVolume $v $f -Image busybox:test", ("v", volume), ("f", Path.Combine(_folder, "a.tar.gz"))).AssertSucceeded();

        Assert.Equal("new old", (await RunInAsync(engine, volume, "cat /v/changes /v/stays")).Replace('\n', ' '));
    }

    [Theory, EveryEngine]
    public async Task What_if_makes_nothing_and_failures_have_their_ids(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (volume, none) = (Names.Next("vol"), Names.Next("none"));
        await DockerAsync(engine, "volume", "create", volume);
        var broken = Path.Combine(_folder, "broken.tar");
        await File.WriteAllTextAsync(broken, new string('x', 10_000));
        (string, object?)[] here = [("v", volume), ("none", none), ("f", _folder), ("b", broken)];

        host.Invoke("Copy-ContainerVolume $v $none -WhatIf; Export-ContainerVolume $v $f -WhatIf; Import-ContainerVolume $none $b -WhatIf", here).AssertSucceeded();
        host.Invoke("Export-ContainerVolume $none $f", here).AssertError("VolumeNotFound");
        host.Invoke("Copy-ContainerVolume $none $v", here).AssertError("VolumeNotFound");
        host.Invoke("Copy-ContainerVolume $v", here).AssertError("InvalidArgument");
        host.Invoke("Copy-ContainerVolume $v $none -Image nosuch:1", here).AssertError("ImageNotFound");
        host.Invoke("Import-ContainerVolume $none $f/nope.tar", here).AssertError("PathNotFound");
        Assert.NotEmpty(host.Invoke("Import-ContainerVolume $none $b", here).Errors);
        Assert.Equal([volume, volume + "*"], host.Invoke("$v, 'nosuch*', \"$v*\" | Export-ContainerVolume -Path $f | ForEach-Object { $_.Exists }; $v; \"$v*\"", here).AssertSucceeded().Texts().Skip(2));

        Assert.Equal(["broken.tar", volume + ".tar"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("no such volume", (await engine.CliAsync("volume", "inspect", none)).Error, StringComparison.OrdinalIgnoreCase);
        await AssertNoHelperAsync(engine);
    }

    [Theory, EveryEngine]
    public async Task Stop_removes_the_container_and_the_volume_that_was_made(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (source, copy) = (Names.Next("vol"), Names.Next("vol"));
        await RunInAsync(engine, source, "head -c 3000000 /dev/zero > /v/zeros");
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Stall("^GET /v[0-9.]+/containers/.*/archive", afterBytes: 1_000_000);

        foreach (var command in (string[])["Copy-ContainerVolume $s $c -Engine $e", "Export-ContainerVolume $s $f -Engine $e"])
        {
            using var running = host.BeginInvoke(command, ("s", source), ("c", copy), ("f", _folder), ("e", proxy.Host));
            running.WaitUntil(() => proxy.Requests.Any(request => request.Contains("/archive", StringComparison.Ordinal) && request.StartsWith("GET", StringComparison.Ordinal)));
            running.Stop();
            await AssertNoHelperAsync(engine);
        }

        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Contains("no such volume", (await engine.CliAsync("volume", "inspect", copy)).Error, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> RunInAsync(TestEngine engine, string volume, string script)
    {
        var name = Names.Next();
        return await DockerAsync(engine, "run", "--rm", "--name", name, "-v", volume + ":/v", TestImage.Reference, "sh", "-c", script);
    }

    // A stop returns while the container is still being removed.
    private async Task AssertNoHelperAsync(TestEngine engine)
    {
        for (var attempt = 0; ; attempt++)
        {
            var all = await engine.Http.GetAsync("/containers/json?all=1&filters=" + Uri.EscapeDataString("""{"label":["dockerps.helper=volume"]}"""));
            var ours = all.EnumerateArray().Where(container => container.GetProperty("Mounts").EnumerateArray()
                .Any(mount => mount.TryGetProperty("Name", out var name) && name.GetString()!.StartsWith(Names.Prefix, StringComparison.Ordinal))).ToList();
            if (ours.Count == 0)
            {
                return;
            }

            Assert.True(attempt < 200, "The helper container is left.");
            await Task.Delay(50);
        }
    }
}
