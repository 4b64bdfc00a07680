using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Engines.Tls;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

/// <summary>Contexts, seen by the docker command and by the cmdlets.</summary>
[Collection(EnvironmentChange.Collection)]
public sealed class DockerContextTests : EngineTests
{
    private const string Meta = """{"Name":"old","Metadata":{"Description":"d"},"Endpoints":{"docker":{"Host":"tcp://h:1","SkipTLSVerify":false}}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("dockerps-contexts-").FullName;
    private readonly EnvironmentChange _environment;

    public DockerContextTests(SharedEngines engines)
        : base(engines) => _environment = new EnvironmentChange(
            ("DOCKER_CONFIG", Store), ("DOCKER_HOST", null), ("DOCKER_CONTEXT", null), ("DOCKER_TLS_VERIFY", null), ("DOCKER_CERT_PATH", null));

    private string Store => Path.Combine(_folder, "config");

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _environment.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, EveryEngine]
    public async Task Context_made_here_is_used_by_the_docker_command(string version)
    {
        var (engine, host) = (await EngineAsync(version), Session());
        var made = host.Invoke("New-DockerContext here $e -Description 'made here, größer'", ("e", engine.Host)).One();
        Assert.Equal(("here", "made here, größer", false), ((string)made.Name, (string)made.Description, (bool)made.IsCurrent));

        Assert.Equal("running", (await DockerAsync(engine, "--context", "here", "info", "--format", "running")).Trim());
        using var inspected = JsonDocument.Parse(await DockerAsync(engine, "context", "inspect", "here"));
        Assert.Equal("made here, größer", inspected.RootElement[0].GetProperty("Metadata").GetProperty("Description").GetString());

        Assert.Empty(host.Invoke("Use-DockerContext here").Lines());
        Assert.Contains("here *", await DockerAsync(engine, "context", "ls"), StringComparison.Ordinal);
        Assert.Equal(["here", "here"], host.Invoke("(Test-DockerEngine -Detailed).Engine; (Get-DockerContext -Current).Name").Lines());
        host.Invoke("Set-DockerContext here tcp://127.0.0.1:1; Use-DockerContext default").AssertSucceeded();
        Assert.Contains("tcp://127.0.0.1:1", await DockerAsync(engine, "context", "ls"), StringComparison.Ordinal);
        Assert.Contains("default *", await DockerAsync(engine, "context", "ls"), StringComparison.Ordinal);

        host.Invoke("Remove-DockerContext here").AssertSucceeded();
        Assert.DoesNotContain("here", await DockerAsync(engine, "context", "ls"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(Store, "contexts", "meta")));
    }

    [Theory, EveryEngine("RSA"), EveryEngine("EC"), PodmanDiffers("`tcp://` and TLS")]
    public async Task Certificates_go_both_ways(string version, string keys)
    {
        using var authority = new CertificateAuthority(keys);
        using var client = authority.Client();
        var port = TestRegistry.FreePort();
        await using var engine = await authority.StartAsync(version, port, _folder);
        var files = authority.Write(Path.Combine(_folder, "client"), client);
        var (host, address) = (Session(), $"tcp://127.0.0.1:{port}");
        var archive = Path.Combine(_folder, "theirs.tar");

        await DockerAsync(engine, "context", "create", "theirs", "--docker", $"host={address},ca={files}/ca.pem,cert={files}/cert.pem,key={files}/key.pem");
        host.Invoke("New-DockerContext ours $a -CaPath $f/ca.pem -CertificatePath $f/cert.pem -KeyPath $f/key.pem", ("a", address), ("f", files)).AssertSucceeded();
        await DockerAsync(engine, "context", "export", "theirs", archive);
        var exported = host.Invoke("(Export-DockerContext ours $f).FullName; (Import-DockerContext $a theirs-2).Name; (New-DockerContext copy -From ours).Name", ("f", _folder), ("a", archive)).Lines();
        Assert.Equal([Path.Combine(_folder, "ours.dockercontext"), "theirs-2", "copy"], exported);
        await DockerAsync(engine, "context", "import", "ours-2", exported[0]);

        foreach (var name in (string[])["theirs", "ours", "theirs-2", "ours-2", "copy"])
        {
            Assert.Equal("yes", (await DockerAsync(engine, "--context", name, "info", "--format", "yes")).Trim());
            Assert.Equal(["True", "3"], host.Invoke("Test-DockerEngine $n; (Get-DockerContext $n).TlsFiles.Count", ("n", name)).Lines());
        }

        // Keys are for this account alone.
        var key = host.Invoke("(Get-DockerContext ours).TlsFiles -like '*key.pem'").Lines().Single();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(exported[0]));
        host.Invoke("Set-DockerContext ours -NoTls").AssertSucceeded();
        host.Invoke("Get-Container -Engine ours").AssertError("TlsRequired");
        host.Invoke("Get-DockerContext | Where-Object File | Remove-DockerContext").AssertSucceeded();
        Assert.Empty(Directory.GetFiles(Path.Combine(Store, "contexts"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_others_keep_in_the_files_stays()
    {
        var (engine, host) = (await EngineAsync("20.10"), Session());
        Directory.CreateDirectory(Store);
        var configuration = Path.Combine(Store, "config.json");
        await File.WriteAllTextAsync(configuration, """{ "auths": { "r.example": { "auth": "eDp5" } }, "other": [1, 2.50, "<ü>"] }""");
        await DockerAsync(engine, "context", "create", "kept", "--docker", "host=tcp://h:1", "--description", "old");
        var file = Directory.GetFiles(Path.Combine(Store, "contexts", "meta"), "meta.json", SearchOption.AllDirectories).Single();
        var meta = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, meta.Replace("\"Metadata\":{", "\"Metadata\":{\"Theirs\":{\"x\":1},", StringComparison.Ordinal));

        host.Invoke("Set-DockerContext kept -Description new -SkipTlsVerify; Use-DockerContext kept").AssertSucceeded();

        using var changed = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(1, changed.RootElement.GetProperty("Metadata").GetProperty("Theirs").GetProperty("x").GetInt32());
        Assert.Equal("new", changed.RootElement.GetProperty("Metadata").GetProperty("Description").GetString());
        Assert.True(changed.RootElement.GetProperty("Endpoints").GetProperty("docker").GetProperty("SkipTLSVerify").GetBoolean());
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(configuration));
        Assert.Equal("eDp5", written.RootElement.GetProperty("auths").GetProperty("r.example").GetProperty("auth").GetString());
        Assert.Equal("[1,2.50,\"<ü>\"]", JsonSerializer.Serialize(written.RootElement.GetProperty("other"), new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("kept", written.RootElement.GetProperty("currentContext").GetString());

        Assert.Contains("current", host.Invoke("Remove-DockerContext kept").AssertError("StateConflict").Exception.Message, StringComparison.Ordinal);
        host.Invoke("Remove-DockerContext kept -Force").AssertSucceeded();
        Assert.DoesNotContain("currentContext", await File.ReadAllTextAsync(configuration), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_store_names_the_file_and_harms_nothing()
    {
        var (engine, host) = (await EngineAsync("20.10"), Session());
        host.Invoke("New-DockerContext good $e; New-DockerContext bad $e", ("e", engine.Host)).AssertSucceeded();
        var file = (string)host.Invoke("Get-DockerContext bad").One().File;
        var configuration = Path.Combine(Store, "config.json");

        foreach (var damaged in (string[])["{ \"Name\": ", "", "[]", "{}", """{"Name":"good"}""", """{"Name":"bad","Name":"bad"}"""])
        {
            await File.WriteAllTextAsync(file, damaged);
            var outcome = host.Invoke("(Get-DockerContext).Name");
            Assert.Equal(["default", "good"], outcome.Texts());
            Assert.Contains(file, outcome.AssertError("ContextNotFound").Exception.Message, StringComparison.Ordinal);
            Assert.Equal(["True"], host.Invoke("Test-DockerEngine good").Lines());
            Assert.Contains(file, host.Invoke("Set-DockerContext bad -Description x").AssertError("ContextNotFound").Exception.Message, StringComparison.Ordinal);
            Assert.Equal(damaged, await File.ReadAllTextAsync(file));
        }

        await File.WriteAllTextAsync(configuration, "{ \"auths\": ");
        Assert.Contains(configuration, host.Invoke("Use-DockerContext good").AssertError("ContextNotFound").Exception.Message, StringComparison.Ordinal);
        Assert.Equal("{ \"auths\": ", await File.ReadAllTextAsync(configuration));
    }

    [Theory]
    [InlineData("New-DockerContext x tcp://h:1", "ContextInvalid")]
    [InlineData("New-DockerContext a/b tcp://h:1", "ContextInvalid")]
    [InlineData("New-DockerContext default tcp://h:1", "ContextInvalid")]
    [InlineData("New-DockerContext fine gopher://h", "InvalidEndpoint")]
    [InlineData("New-DockerContext fine ssh://-oProxyCommand=x", "InvalidEndpoint")]
    [InlineData("New-DockerContext fine tcp://h:1 -CaPath nowhere.pem", "CertificateUnreadable")]
    [InlineData("New-DockerContext fine -From nowhere", "ContextNotFound")]
    [InlineData("Set-DockerContext nowhere -Description x", "ContextNotFound")]
    [InlineData("Set-DockerContext default -Description x", "ContextInvalid")]
    [InlineData("Remove-DockerContext nowhere", "ContextNotFound")]
    [InlineData("Remove-DockerContext default", "ContextInvalid")]
    [InlineData("Use-DockerContext nowhere", "ContextNotFound")]
    [InlineData("Export-DockerContext nowhere", "ContextNotFound")]
    public void Bad_input_has_an_id_and_writes_nothing(string command, string id)
    {
        Session().Invoke(command).AssertError(id);

        Assert.False(Directory.Exists(Store) && Directory.EnumerateFileSystemEntries(Store).Any());
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        var host = Session();
        host.Invoke("New-DockerContext one tcp://h:1; New-DockerContext two tcp://h:2").AssertSucceeded();
        var before = Snapshot();

        host.Invoke("""
            New-DockerContext three tcp://h:3 -WhatIf
            Set-DockerContext one tcp://h:4 -WhatIf
            Use-DockerContext one -WhatIf
            Export-DockerContext one $f -WhatIf
            Remove-DockerContext * -WhatIf
            """, ("f", _folder)).AssertSucceeded();

        Assert.Equal(before, Snapshot());
        host.Invoke("New-DockerContext one tcp://h:1").AssertError("NameConflict");
        Assert.Equal(before, Snapshot());

        string Snapshot() => string.Join('\n', Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => file + File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("tls/../../escape")]
    [InlineData("tls/docker/../../../escape")]
    [InlineData("/escape")]
    [InlineData("tls/docker/sub/ca.pem")]
    [InlineData("tls/docker/..")]
    [InlineData("tls\\docker\\ca.pem")]
    [InlineData("tls/C:/x")]
    [InlineData("other.txt")]
    public async Task Hostile_import_is_refused_as_a_whole(string entry)
    {
        var tar = await TarAsync(("meta.json", Meta), (entry, "x"));
        var zip = Zip(("meta.json", Meta), (entry, "x"));

        foreach (var archive in (string[])[tar, zip])
        {
            AssertRefused(archive, entry);
        }
    }

    [Fact]
    public async Task Archive_that_is_no_context_is_refused()
    {
        AssertRefused(await TarAsync(("tls/docker/ca.pem", "x")), "meta.json");
        AssertRefused(await TarAsync(("meta.json", "{ \"Name\": ")), "meta.json");
        AssertRefused(await TarAsync(("meta.json", "[]")), "meta.json");
        AssertRefused(await TarAsync(("meta.json", """{"Name":"x"}""")), "Host");
        AssertRefused(await TarAsync(("meta.json", Meta.Replace("tcp://h:1", "ssh://-oProxyCommand=touch", StringComparison.Ordinal))), "ssh://");
        AssertRefused(await TarAsync(("meta.json", Meta), ("meta.json", Meta)), "twice");
        AssertRefused(await TarAsync(("meta.json", new string(' ', 11 * 1024 * 1024))), "10 MB");
        AssertRefused(Zip(("meta.json", new string(' ', 11 * 1024 * 1024))), "10 MB");
        AssertRefused(Write("noise", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("no archive", 200)))), "archive");

        var link = Path.Combine(_folder, "link.tar");
        await using (var file = File.Create(link))
        await using (var writer = new TarWriter(file))
        {
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "meta.json") { LinkName = "/etc/passwd" });
        }

        AssertRefused(link, "no file");
        Assert.Equal("good", Session().Invoke("Import-DockerContext $a", ("a", Zip(("meta.json", Meta)))).One().Name);
    }

    private void AssertRefused(string archive, string why)
    {
        var error = Session().Invoke("Import-DockerContext $a hostile", ("a", archive)).AssertError("ContextInvalid");
        Assert.Contains(why, error.Exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Store) && Directory.EnumerateFileSystemEntries(Store).Any());
        Assert.False(File.Exists(Path.Combine(_folder, "escape")) || File.Exists("/escape"));
    }

    private async Task<string> TarAsync(params (string Name, string Content)[] entries)
    {
        var path = Path.Combine(_folder, "archive.tar");
        await using var file = File.Create(path);
        await using var writer = new TarWriter(file);
        foreach (var (name, content) in entries)
        {
            using var data = new MemoryStream(Encoding.UTF8.GetBytes(content));
            await writer.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = data });
        }

        return path;
    }

    private string Zip(params (string Name, string Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return Write("good.zip", memory.ToArray());
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private async Task<string> DockerAsync(TestEngine engine, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOCKER_CONFIG"] = Store, ["DOCKER_HOST"] = null, ["DOCKER_CONTEXT"] = null };
        return (await Tool.DemandAsync(engine.CliPath, arguments, environment)).Output;
    }
}
