using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Items;

/// <summary>Copies that the docker command does not know, and those that fail.</summary>
public sealed class CopyContainerItemTests(SharedEngines engines) : ContainerTests(engines)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerps-items-").FullName;

    public override async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Theory, EveryEngine]
    public async Task Files_from_the_pipeline_go_into_several_containers_and_what_if_copies_none(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        string[] names = [await CreateAsync(engine, "true"), await RunAsync(engine)];
        Write("a.txt", "one");
        Write("b.txt", "two");

        var told = host.Invoke("Get-ChildItem $f | Copy-ContainerItem -Container $n -Destination :/tmp -WhatIf", ("f", _folder), ("n", names)).AssertSucceeded();
        Assert.Equal(4, told.HostLines.Count(line => line.Contains(":/tmp", StringComparison.Ordinal)));
        Assert.Equal("", await ListAsync(engine, names[0], "/tmp"));

        host.Invoke("Get-ChildItem $f | Copy-ContainerItem -Container $n -Destination :/tmp", ("f", _folder), ("n", names)).AssertSucceeded();
        host.Invoke("Get-Container $n -All | Copy-ContainerItem -Path $f/*.txt -Destination :/root", ("f", _folder), ("n", names)).AssertSucceeded();

        foreach (var name in names)
        {
            Assert.Equal("a.txt=one b.txt=two", await ListAsync(engine, name, "/tmp"));
            Assert.Equal("a.txt=one b.txt=two", await ListAsync(engine, name, "/root"));
        }
    }

    [Theory, EveryEngine, PodmanDiffers("paths with `[`, `*` or `?` in containers")]
    public async Task Wildcards_find_what_is_in_a_container_that_has_ended(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "mkdir -p /d/one /d/two /d/Three && for f in one/a.log two/b.log two/c.txt Three/d.log '[x].log'; do echo $f > /d/$f; done");

        host.Invoke("Copy-ContainerItem \"${n}:/d/*/*.log\" $f", ("n", name), ("f", _folder)).AssertSucceeded();
        Assert.Equal(["a.log", "b.log", "d.log"], NamesIn(_folder));

        var folders = Directory.CreateDirectory(Path.Combine(_folder, "folders")).FullName;
        host.Invoke("Copy-ContainerItem \"${n}:/d/t*\", \"${n}:/none*\" $f", ("n", name), ("f", folders)).AssertSucceeded();
        Assert.Equal(["two"], NamesIn(folders));
        Assert.Equal(["b.log", "c.txt"], NamesIn(Path.Combine(folders, "two")));

        host.Invoke("Copy-ContainerItem -LiteralPath \"${n}:/d/[x].log\" -Destination $f", ("n", name), ("f", folders)).AssertSucceeded();
        Assert.Equal("[x].log\n", await File.ReadAllTextAsync(Path.Combine(folders, "[x].log")));
    }

    [Theory, EveryEngine, PodmanDiffers("owners of what is read out of containers and volumes")]
    public async Task Between_containers_and_within_one_owners_stay_where_asked(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var from = await RunToEndAsync(engine, "sh", "-c", "mkdir /d && head -c 20000000 /dev/zero > /d/large && echo x > /d/own && ln /d/own /d/hard && ln -s own /d/link && chown -R 12:34 /d");
        var to = await RunAsync(engine);

        host.Invoke("Copy-ContainerItem \"${f}:/d/.\" \"${t}:/kept\" -Archive; Copy-ContainerItem \"${f}:/d\" \"${t}:/tmp\"", ("f", from), ("t", to)).AssertSucceeded();
        host.Invoke("Copy-ContainerItem \"${t}:/kept\" \"${t}:/again\" -Archive", ("t", to)).AssertSucceeded();

        var said = await DockerAsync(engine, "exec", to, "sh", "-c", "stat -c '%n %u:%g %s %h' /kept/large /kept/own /tmp/d/own /again/large; readlink /kept/link; readlink /again/link");
        Assert.Equal(
            ["/kept/large 12:34 20000000 1", "/kept/own 12:34 2 2", "/tmp/d/own 0:0 2 2", "/again/large 12:34 20000000 1", "own", "own"],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory, EveryEngine, PodmanDiffers("folders that a container lacks")]
    public async Task Each_failure_has_its_id_and_the_others_are_copied(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "mkdir -p /d/e && echo x > /d/f && ln -s ../../../etc/passwd /d/e/out");
        Write("a.txt", "one");
        (string, object?)[] here = [("n", name), ("f", _folder), ("none", Names.Next("none"))];

        Assert.Contains("/nope", host.Invoke("Copy-ContainerItem \"${n}:/nope\" $f", here).AssertError("PathNotFound").Exception.Message, StringComparison.Ordinal);
        host.Invoke("Copy-ContainerItem $f/nope \"${n}:/tmp\"", here).AssertError("PathNotFound");
        host.Invoke("Copy-ContainerItem $f/a.txt \"${n}:/nope/nope/x\"", here).AssertError("PathNotFound");
        host.Invoke("Copy-ContainerItem \"${n}:/d\" $f/nope/x", here).AssertError("PathNotFound");
        host.Invoke("Copy-ContainerItem nodrive::$f/a.txt \"${n}:/tmp\"", here).AssertError("PathNotFound");
        host.Invoke("Copy-ContainerItem $f/a.txt \"${none}:/tmp\"", here).AssertError("ContainerNotFound");
        host.Invoke("Copy-ContainerItem $f/a.txt $f/b.txt", here).AssertError("InvalidArgument");
        host.Invoke("Copy-ContainerItem $f/a.txt :/tmp", here).AssertError("InvalidArgument");
        host.Invoke("Copy-ContainerItem $f/a.txt \"${n}:\"", here).AssertError("InvalidArgument");
        host.Invoke("Copy-ContainerItem $f/a.txt, \"${n}:/d/f\" \"${n}:/nofolder\"", here).ErrorIds.ToList().ForEach(id => Assert.Equal("PathNotFound", id));
        host.Invoke("Copy-ContainerItem \"${n}:/d\" $f/a.txt", here).AssertError("InvalidArgument");
        host.Invoke("Copy-ContainerItem \"${n}:/d/f\" /dev/null", here).AssertError("InvalidArgument");

        Assert.Contains("d/e/out", host.Invoke("Copy-ContainerItem \"${n}:/d\" $f", here).AssertError("EntryRefused").Exception.Message, StringComparison.Ordinal);
        Assert.Equal("x\n", await File.ReadAllTextAsync(Path.Combine(_folder, "d", "f")));

        var readOnly = await RunWithAsync(engine, ["--read-only"]);
        host.Invoke("Copy-ContainerItem $f/a.txt \"${r}:/tmp\", \"${n}:/tmp\"", [.. here, ("r", readOnly)]).AssertError("CannotConvertArgument");
        var mixed = host.Invoke("$r, $n | Copy-ContainerItem -Path $f/a.txt -Destination :/tmp", [.. here, ("r", readOnly)]);
        Assert.Equal(readOnly, mixed.AssertError("StateConflict").TargetObject);
        Assert.Equal("a.txt=one", await ListAsync(engine, name, "/tmp"));
    }

    [Theory, EveryEngine]
    public async Task Drives_and_the_location_of_PowerShell_count(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await CreateAsync(engine, "true");
        Write("a.txt", "one");

        host.Invoke(
            "$drive = [Management.Automation.PSDriveInfo]::new('Work', $ExecutionContext.SessionState.Provider.GetOne('FileSystem'), $f, '', $null);"
            + "$null = $ExecutionContext.SessionState.Drive.New($drive, 'global'); Copy-ContainerItem Work:/a.txt \"${n}:/tmp\"; Set-Location Work:/; Copy-ContainerItem a.txt \"${n}:/root\";"
            + "Copy-ContainerItem \"${n}:/etc/passwd\" .",
            ("f", _folder),
            ("n", name)).AssertSucceeded();

        Assert.Equal("a.txt=one", await ListAsync(engine, name, "/tmp"));
        Assert.Equal("a.txt=one", await ListAsync(engine, name, "/root"));
        Assert.True(File.Exists(Path.Combine(_folder, "passwd")));
    }

    [Theory, EveryEngine]
    public async Task Engine_that_is_cut_off_or_lies_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await CreateAsync(engine, "true");
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Cut("^GET /v[0-9.]+/containers/.*/archive", afterBytes: 100_000);
        host.Invoke("Copy-ContainerItem \"${n}:/bin\" $f -Engine $e", ("n", name), ("f", _folder), ("e", proxy.Host)).AssertError("ConnectionLost");

        proxy.Answer("^GET /v[0-9.]+/containers/.*/archive", Hostile());
        var refused = host.Invoke("Copy-ContainerItem \"${n}:/d\" $f -Engine $e", ("n", name), ("f", Path.Combine(_folder, "h")), ("e", proxy.Host));
        Assert.Contains("../evil", refused.AssertError("EntryRefused").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.SecurityError, refused.Errors[0].CategoryInfo.Category);
        Assert.Equal(["bin", "h"], NamesIn(_folder));

        proxy.Refuse("^PUT /", 500, "no room here");
        Write("large", new string('x', 3_000_000));
        var full = host.Invoke("Copy-ContainerItem $f/large \"${n}:/\" -Engine $e", ("n", name), ("f", _folder), ("e", proxy.Host)).AssertError("EngineError");
        Assert.Contains("no room here", full.Exception.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Stop_ends_a_copy_at_once_and_the_bar_is_taken_away(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await CreateAsync(engine, "true");
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Stall("^GET /v[0-9.]+/containers/.*/archive", afterBytes: 500_000);
        using var running = host.BeginInvoke("Copy-ContainerItem \"${n}:/bin/busybox\" $f -Engine $e", ("n", name), ("f", _folder), ("e", proxy.Host));
        running.WaitUntil(() => running.Progress.Count > 0);

        Assert.True(running.Stop() < TimeSpan.FromSeconds(10));

        var copied = host.Invoke("Copy-ContainerItem \"${n}:/bin/busybox\" $f", ("n", name), ("f", _folder)).AssertSucceeded();
        Assert.Equal(ProgressRecordType.Completed, copied.Progress[^1].RecordType);
        Assert.Contains(copied.Progress, record => record.PercentComplete >= 0);
        Assert.Equal(new FileInfo("/bin/busybox").Length, new FileInfo(Path.Combine(_folder, "busybox")).Length);
    }

    private static byte[] Hostile()
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "d"));
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "d/../../evil") { DataStream = new MemoryStream([1]) });
        }

        var status = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { name = "d", size = 0, mode = 1u << 31, mtime = "2024-01-01T00:00:00Z", linkTarget = "" }));
        var head = $"HTTP/1.0 200 OK\r\nContent-Type: application/x-tar\r\nX-Docker-Container-Path-Stat: {status}\r\nConnection: close\r\nContent-Length: {archive.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. archive.ToArray()];
    }

    private static List<string> NamesIn(string folder) => [.. Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    // What is in a folder of a container, running or not, as name=content.
    private static async Task<string> ListAsync(TestEngine engine, string container, string folder)
    {
        using var answer = await engine.Http.SendAsync(System.Net.Http.HttpMethod.Get, $"/containers/{container}/archive?path={folder}/.");
        await using var content = await answer.Content.ReadAsStreamAsync();
        await using var reader = new TarReader(content);
        var files = new List<string>();
        while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                files.Add($"{Path.GetFileName(entry.Name)}={await new StreamReader(data).ReadToEndAsync()}");
            }
        }

        return string.Join(' ', files.Order(StringComparer.Ordinal));
    }
}
