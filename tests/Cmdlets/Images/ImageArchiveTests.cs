using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Registries;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images;

public sealed class ImageArchiveTests(SharedEngines engines) : ImageTests(engines)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerps-archive-").FullName;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Theory, EveryEngine]
    public async Task Several_images_go_into_one_archive_and_come_back_with_their_names(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        var ids = new[] { await MakeAsync(engine, repository + ":1", bytes: 500_000), await MakeAsync(engine, repository + ":2") };
        var file = Path.Combine(_folder, "both.tar");

        Assert.Contains(file, host.Invoke("Export-ContainerImage ${r}:1 $f -WhatIf", ("r", repository), ("f", file)).HostLines.Single(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
        var exported = host.Invoke("Get-ContainerImage $r | Export-ContainerImage -Path $f", ("r", repository), ("f", file)).AssertSucceeded();
        Assert.Equal(file, exported.Single<FileInfo>().FullName);
        Assert.Equal("Completed", exported.Progress[^1].RecordType.ToString());
        host.Invoke("Export-ContainerImage ${r}:1 $f -NoClobber", ("r", repository), ("f", file)).AssertError("InvalidArgument");
        await RemoveBothAsync();

        var loaded = host.Invoke("Import-ContainerImage $f", ("f", file)).AssertSucceeded();
        Assert.Equal([$"{repository}:1 {ids[0]}", $"{repository}:2 {ids[1]}"], loaded.All().Select(image => $"{image} {image.ImageId}").Order(StringComparer.Ordinal));
        Assert.Equal(["Loading " + file], loaded.Progress.Select(record => record.Activity).Distinct());
        await RemoveBothAsync();

        // Compressed ones as well, as files from the pipeline, and as bytes.
        await CompressAsync(file, Path.Combine(_folder, "both.tar.gz"));
        Assert.Equal(2, host.Invoke("Get-Item $f | Import-ContainerImage", ("f", Path.Combine(_folder, "both.tar.gz"))).AssertSucceeded().Output.Count);
        await RemoveBothAsync();
        await File.WriteAllBytesAsync(Path.Combine(_folder, "both.tar.zst"), Zstandard(await File.ReadAllBytesAsync(file)));
        Assert.Equal(2, host.Invoke("Import-ContainerImage $f", ("f", Path.Combine(_folder, "*.zst"))).AssertSucceeded().Output.Count);
        await RemoveBothAsync();
        Assert.Equal(2, host.Invoke(", $b | Import-ContainerImage", ("b", await File.ReadAllBytesAsync(file))).AssertSucceeded().Output.Count);

        async Task RemoveBothAsync() => await DockerAsync(engine, "rmi", repository + ":1", repository + ":2");
    }

    [Theory, EveryEngine]
    public async Task What_is_no_archive_or_breaks_off_is_an_error_and_no_image(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("img") + ":1";
        await MakeAsync(engine, image, bytes: 300_000);
        var file = Path.Combine(_folder, "image.tar");
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Cut("/images/get", afterBytes: 100_000);

        host.Invoke("Export-ContainerImage $i $f -Engine $e", ("i", image), ("f", file), ("e", proxy.Host)).AssertError("ConnectionLost");
        Assert.Empty(Directory.GetFiles(_folder));
        host.Invoke("Export-ContainerImage nowhere:1 $f", ("f", file)).AssertError("ImageNotFound");
        host.Invoke("Export-ContainerImage $i $f", ("i", image), ("f", _folder)).AssertError("InvalidArgument");

        host.Invoke("Export-ContainerImage $i $f", ("i", image), ("f", file)).AssertSucceeded();
        await DockerAsync(engine, "rmi", image);
        proxy.Cut("/images/load", afterBytes: 150);
        var cut = host.Invoke("Import-ContainerImage $f -Engine $e", ("f", file), ("e", proxy.Host));
        Assert.Empty(cut.Output);
        Assert.Equal(file, cut.AssertError("ConnectionLost").TargetObject);

        var half = Path.Combine(_folder, "half.tar");
        await File.WriteAllBytesAsync(half, (await File.ReadAllBytesAsync(file))[..200_000]);
        var nothing = Path.Combine(_folder, "nothing.tar");
        await File.WriteAllTextAsync(nothing, "no archive");
        foreach (var wrong in (string[])[half, nothing])
        {
            var outcome = host.Invoke("Import-ContainerImage $f", ("f", wrong));
            Assert.Empty(outcome.Output);
            Assert.Contains(Assert.Single(outcome.ErrorIds), (string[])["LoadFailed", "InvalidArgument", "ConnectionLost"]);
        }

        host.Invoke("Import-ContainerImage $f", ("f", Path.Combine(_folder, "missing.tar"))).AssertError("PathNotFound");
        Assert.Empty(host.Invoke("Import-ContainerImage $f", ("f", Path.Combine(_folder, "missing*"))).AssertSucceeded().Output);
        host.Invoke("Import-ContainerImage $f -Tag a:1", ("f", file)).AssertError("InvalidArgument");
        await engine.CliAsync("rmi", image);
    }

    [Theory, EveryEngine]
    public async Task Load_that_fails_within_its_answer_or_ends_before_its_end_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var file = Path.Combine(_folder, "root.tar");
        await File.WriteAllBytesAsync(file, await TestImage.ArchiveAsync());
        await using var proxy = FaultyProxy.Start(engine);
        const string Begun = "{\"status\":\"Loading layer\",\"progressDetail\":{\"current\":1,\"total\":9},\"id\":\"a\"}\n";
        (string Answer, string Id)[] answers =
        [
            (Begun + "{\"errorDetail\":{\"message\":\"no space left on device\"},\"error\":\"no space left on device\"}\n", "LoadFailed"),
            (Begun, "ConnectionLost"),
            (Begun + "{\"status\":\"Load", "ConnectionLost"),
            ("", "ConnectionLost"),
        ];
        foreach (var command in (string[])["Import-ContainerImage $f -Engine $e", "Import-ContainerImage $f -RootFileSystem -Tag $n -Engine $e"])
        {
            foreach (var (answer, id) in answers)
            {
                proxy.Answer("/images/(load|create)", RawAnswer.Text("200 OK", answer), times: 1);

                var outcome = host.Invoke(command, ("f", file), ("n", Names.Next("img")), ("e", proxy.Host));

                Assert.Equal(file, outcome.AssertError(id).TargetObject);
                Assert.Empty(outcome.Output);
                Assert.Equal("Completed", outcome.Progress[^1].RecordType.ToString());
            }
        }
    }

    [Theory, EveryEngine]
    public async Task One_platform_of_an_archive_is_for_engines_that_know_of_it(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("img") + ":1";
        var id = await MakeAsync(engine, image);
        var own = await DockerAsync(engine, "image", "inspect", "-f", "{{.Os}}/{{.Architecture}}", image);
        var file = Path.Combine(_folder, "platform.tar");
        (string, object?)[] variables = [("i", image), ("f", file), ("p", own)];

        Assert.Contains("os/arch[/variant]", host.Invoke("Export-ContainerImage $i $f -Platform amd64", variables).AssertError("InvalidArgument").Exception.Message, StringComparison.Ordinal);
        var exported = host.Invoke("Export-ContainerImage $i $f -Platform $p", variables);
        var api = EngineVersion.Parse(version).ApiVersion;
        if (Version.Parse(api) < new Version(1, 48))
        {
            Assert.Matches($"-Platform.*1\\.48.*{System.Text.RegularExpressions.Regex.Escape(api)}", exported.AssertError("NotSupportedByEngine").Exception.Message);
            Assert.Empty(Directory.GetFiles(_folder));
            host.Invoke("Export-ContainerImage $i $f", variables).AssertSucceeded();
            Assert.Matches("-Platform.*1\\.48", host.Invoke("Import-ContainerImage $f -Platform $p", variables).AssertError("NotSupportedByEngine").Exception.Message);
            return;
        }

        Assert.Equal(file, exported.Single<FileInfo>().FullName);
        var other = host.Invoke("Export-ContainerImage $i \"$f.other\" -Platform linux/s390x", variables);
        Assert.Contains("s390x", other.AssertError("ImageNotFound").Exception.Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(_folder));

        await DockerAsync(engine, "rmi", image);
        var none = host.Invoke("Import-ContainerImage $f -Platform linux/s390x", variables);
        Assert.Empty(none.Output);
        Assert.Contains("s390x", none.AssertError("ImageNotFound").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(id, (string)host.Invoke("Import-ContainerImage $f -Platform $p", variables).One().ImageId);
    }

    [Theory, EveryEngine]
    public async Task Root_file_systems_become_images(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var archive = await TestImage.ArchiveAsync();
        var file = Path.Combine(_folder, "root.tar");
        await File.WriteAllBytesAsync(file, archive);
        var name = Names.Next("img");

        Assert.Contains(file, host.Invoke("Import-ContainerImage -RootFileSystem $f -Tag $n -WhatIf", ("f", file), ("n", name)).HostLines.Single(), StringComparison.Ordinal);
        var made = host.Invoke(
            "Import-ContainerImage -RootFileSystem $f -Tag $n -Change 'CMD [\"echo\", \"made\"]', 'ENV A=1' -Message 'for a test'", ("f", file), ("n", name)).AssertSucceeded();
        Assert.Equal(name + ":latest", made.One().ToString());
        Assert.Equal(["Importing " + file], made.Progress.Select(record => record.Activity).Distinct());
        Assert.Equal("made", await DockerAsync(engine, "run", "--rm", name));
        var detail = host.Invoke("Get-ContainerImageDetail $n", ("n", name)).One();
        Assert.Equal(("for a test", "A=1"), ((string)detail.Comment, ((string[])detail.Env).Single(variable => variable.StartsWith('A'))));

        Assert.Equal(name + ":bytes", host.Invoke(", $b | Import-ContainerImage -RootFileSystem -Tag ${n}:bytes", ("b", archive), ("n", name)).Lines().Single());
        await File.WriteAllBytesAsync(file + ".zst", Zstandard(archive));
        Assert.Equal(name + ":zst", host.Invoke("Import-ContainerImage -RootFileSystem -LiteralPath $f -Tag ${n}:zst", ("f", file + ".zst"), ("n", name)).Lines().Single());
        Assert.Equal("made", await DockerAsync(engine, "run", "--rm", name + ":zst", "echo", "made"));

        await using var server = new ScriptedRegistry((_, _, _) => ScriptedRegistry.Answer(404, "{}"));
        var refused = host.Invoke("Import-ContainerImage -RootFileSystem -Uri $u -Tag ${n}:uri", ("u", $"http://{server.Address}/root.tar"), ("n", name));
        Assert.Single(refused.Errors);
        Assert.Contains(server.Requests, request => request.Target == "GET /root.tar");

        // Without a name it has none.
        var unnamed = host.Invoke("Import-ContainerImage -RootFileSystem $f -Change 'LABEL own=unnamed'", ("f", file)).One();
        Assert.True((bool)unnamed.Dangling);
        await DockerAsync(engine, "rmi", (string)unnamed.ImageId);
    }

    private static async Task CompressAsync(string source, string target)
    {
        await using var from = File.OpenRead(source);
        await using var to = new GZipStream(File.Create(target), CompressionLevel.Fastest);
        await from.CopyToAsync(to);
    }

    // A frame whose blocks are stored as they are: what is compressed well is for the decoder's own tests.
    private static byte[] Zstandard(byte[] content)
    {
        const int BlockLength = 64 * 1024;
        var frame = new List<byte> { 0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38 };
        for (var at = 0; ; at += BlockLength)
        {
            var length = Math.Min(BlockLength, content.Length - at);
            var last = at + length == content.Length;
            var header = (length << 3) | (last ? 1 : 0);
            frame.AddRange([(byte)header, (byte)(header >> 8), (byte)(header >> 16)]);
            frame.AddRange(content.AsSpan(at, length));
            if (last)
            {
                return [.. frame];
            }
        }
    }
}
