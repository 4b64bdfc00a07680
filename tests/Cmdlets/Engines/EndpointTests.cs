using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

[Collection(EnvironmentChange.Collection)]
public sealed class EndpointTests : EngineTests
{
    private readonly DirectoryInfo _configuration = Directory.CreateTempSubdirectory("dockerps-config-");
    private readonly EnvironmentChange _environment;

    public EndpointTests(SharedEngines engines)
        : base(engines) => _environment = new EnvironmentChange(
            ("DOCKER_CONFIG", _configuration.FullName), ("DOCKER_HOST", null), ("DOCKER_CONTEXT", null), ("DOCKER_API_VERSION", null));

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _environment.Dispose();
        _configuration.Delete(recursive: true);
    }

    [Fact]
    public async Task Engine_is_found_in_the_docker_commands_order()
    {
        var engine = await EngineAsync("20.10");
        var host = Session();
        await MakeContextAsync(engine, "work", "unix:///work.sock");
        await MakeContextAsync(engine, "büro", "tcp://127.0.0.1:1");
        Assert.Equal(("unix:///var/run/docker.sock", "the platform's default"), Found(""));

        await ContextAsync(engine, "use", "work");
        Assert.Equal(("unix:///work.sock", "the context 'work' (the docker command's current context)"), Found(""));
        Assert.Equal("work", host.Invoke("(Test-DockerEngine -Detailed).Engine").Lines().Single());

        _environment.Set("DOCKER_CONTEXT", "büro");
        Assert.Equal(("tcp://127.0.0.1:1", "the context 'büro' ($env:DOCKER_CONTEXT)"), Found(""));

        _environment.Set("DOCKER_HOST", "unix:///host.sock");
        Assert.Equal(("unix:///host.sock", "$env:DOCKER_HOST"), Found(""));
        Assert.Equal(("unix:///host.sock", "$env:DOCKER_HOST"), Found("default"));
        Assert.Equal(("unix:///work.sock", "the context 'work' (-Engine)"), Found("work"));
        Assert.Equal(("unix:///said.sock", "-Engine"), Found("unix:///said.sock"));

        // The session's own variables count as soon as they are set.
        Assert.Equal(
            ["unix:///late.sock"], host.Invoke("$env:DOCKER_HOST = 'unix:///late.sock'; (Test-DockerEngine -Detailed).Address.OriginalString").Lines());

        (string, string) Found(string name)
        {
            var status = host.Invoke(name.Length == 0 ? "Test-DockerEngine -Detailed" : "Test-DockerEngine $n -Detailed", ("n", name)).One();
            return (status.Address.OriginalString.TrimEnd('/'), status.Source);
        }
    }

    [Theory, EveryEngine]
    public async Task Context_of_the_docker_command_reaches_its_engine_and_names_the_objects(string version)
    {
        var engine = await EngineAsync(version);
        var host = Session();
        var name = "ctx-" + Names.Prefix;
        await MakeContextAsync(engine, name, engine.Host);
        _environment.Set("DOCKER_CONTEXT", name);
        var container = Names.Next();

        var made = host.Invoke("New-Container busybox:test -Name $n", ("n", container)).One();

        Assert.Equal(name, made.Engine);
        Assert.Equal([container], host.Invoke("Get-Container $n -Engine $e", ("n", container), ("e", engine.Host)).Lines());
        // The object knows its engine, also when the context is no longer the one that counts.
        _environment.Set("DOCKER_CONTEXT", null);
        Assert.Empty(host.Invoke("$c | Remove-Container", ("c", made)).Lines());
        host.Invoke("Get-Container $n -Engine $e", ("n", container), ("e", engine.Host)).AssertError("ContainerNotFound");
        var verbose = host.Invoke("Get-Container -Engine $e -Verbose", ("e", name)).AssertSucceeded().Verbose;
        Assert.Contains(verbose, line => line.Contains(name, StringComparison.Ordinal) && line.Contains(engine.Host, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Context_that_is_unknown_or_damaged_is_named_with_its_file()
    {
        var engine = await EngineAsync("20.10");
        var host = Session();
        await MakeContextAsync(engine, "broken", "unix:///x.sock");
        var file = Directory.EnumerateFiles(_configuration.FullName, "meta.json", SearchOption.AllDirectories).Single();

        var unknown = host.Invoke("Get-Container -Engine nowhere").AssertError("ContextNotFound");
        Assert.Equal(("nowhere", "ObjectNotFound"), (unknown.TargetObject, unknown.CategoryInfo.Category.ToString()));
        Assert.Contains("'nowhere' (from -Engine)", unknown.Exception.Message, StringComparison.Ordinal);

        foreach (var damaged in (string[])["{ \"Name\": ", "", "[]", "{}", "{\"Endpoints\":{\"docker\":{\"Host\":7}}}"])
        {
            await File.WriteAllTextAsync(file, damaged);
            Assert.Contains(file, host.Invoke("Get-Container -Engine broken").AssertError("ContextNotFound").Exception.Message, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(_configuration.FullName, "config.json"), "{ \"currentContext\": \"broken\"");
        Assert.Contains("config.json", host.Invoke("Get-Container").AssertError("ContextNotFound").Exception.Message, StringComparison.Ordinal);
        // What is named needs no configuration.
        Assert.True(host.Invoke("Test-DockerEngine $e", ("e", engine.Host)).Single<bool>());
    }

    [Theory]
    [InlineData("unix://relative/path.sock", "three slashes")]
    [InlineData("unix://", "the path of the socket is missing")]
    [InlineData("tcp://", "")]
    [InlineData("npipe://x", "the name of the pipe is missing")]
    [InlineData("gopher://host", "the scheme gopher is unknown")]
    [InlineData("tcp://host:port", "")]
    public void Malformed_address_is_refused_with_the_forms_that_are_right(string address, string why)
    {
        var host = Session();

        var error = host.Invoke("Get-Container -Engine $e", ("e", address)).AssertError("InvalidEndpoint");

        Assert.Contains($"'{address}', from -Engine", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("tcp://host:port", error.Exception.Message, StringComparison.Ordinal);
        _environment.Set("DOCKER_HOST", address);
        Assert.Contains("from $env:DOCKER_HOST", host.Invoke("Get-Container").AssertError("InvalidEndpoint").Exception.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine, PodmanDiffers("`tcp://` and TLS")]
    public async Task Plain_tcp_reaches_an_engine_for_lists_logs_and_waits(string version)
    {
        var port = TestRegistry.FreePort();
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)), new TestEngineOptions { TcpPort = port });
        await engine.ImportTestImageAsync();
        var host = Session();
        var address = string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}");
        _environment.Set("DOCKER_HOST", address);

        Assert.Equal(
            ["Running", "one", "two", "Exited 3", address, "tcp"],
            host.Invoke("""
                $c = Start-Container -Image busybox:test -Name web -Command sh, -c, 'echo one; sleep 0.5; echo two; sleep 0.2; exit 3'
                "$($c.State)"
                (Get-ContainerLog web -Follow).Message
                $c = Wait-Container web
                "$($c.State) $($c.ExitCode)"
                (Get-Container web).Engine
                (Test-DockerEngine -Detailed).Address.Scheme
                Remove-Container web
                """).Lines());
        Assert.Equal([address], host.Invoke("New-Container busybox:test -Name next -Engine $u | ForEach-Object Engine", ("u", new Uri(address))).Lines());
    }

    [Fact]
    public async Task Api_version_that_the_engine_does_not_speak_is_said()
    {
        var packages = EnginePackages.Find(EngineVersion.V2805);
        Assert.SkipUnless(packages.Installed, packages.Missing ?? "");
        await using var strict = await TestEngine.StartAsync(packages, new TestEngineOptions
        {
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOCKER_MIN_API_VERSION"] = "1.44" },
        });
        var engine = await EngineAsync("20.10");
        var host = Session();

        // Negotiated, it is all well on both.
        Assert.Empty(host.Invoke("Get-Container -Engine $e", ("e", strict.Host)).Lines());
        host.Invoke("Get-Container -Engine $e", ("e", engine.Host)).AssertSucceeded();

        _environment.Set("DOCKER_API_VERSION", "1.41");
        var old = host.Invoke("Get-Container -Engine $e", ("e", strict.Host)).AssertError("ApiVersionMismatch");
        Assert.Contains("1.44", old.Exception.Message, StringComparison.Ordinal);
        host.Invoke("Get-ContainerLog x -Engine $e", ("e", strict.Host)).AssertError("ApiVersionMismatch");
        Assert.Equal("1.41", host.Invoke("(Test-DockerEngine $e -Detailed).UsedApiVersion.ToString()", ("e", strict.Host)).Lines().Single());
        host.Invoke("Get-Container -Engine $e", ("e", engine.Host)).AssertSucceeded();

        _environment.Set("DOCKER_API_VERSION", "1.99");
        var young = host.Invoke("Get-Container -Engine $e", ("e", engine.Host)).AssertError("ApiVersionMismatch");
        Assert.Contains("1.99", young.Exception.Message, StringComparison.Ordinal);

        _environment.Set("DOCKER_API_VERSION", "newest");
        var nonsense = host.Invoke("Get-Container -Engine $e", ("e", engine.Host)).AssertError("InvalidArgument");
        Assert.Contains("'newest'", nonsense.Exception.Message, StringComparison.Ordinal);
    }

    private Task MakeContextAsync(TestEngine engine, string name, string address)
    {
        // This command allows ASCII letters only; others can write such a name, and so can a hand.
        return name.All(char.IsAscii) ? ContextAsync(engine, "create", name, "--docker", "host=" + address) : WriteContextAsync(name, address);
    }

    private async Task WriteContextAsync(string name, string address)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
        var folder = Directory.CreateDirectory(Path.Combine(_configuration.FullName, "contexts", "meta", hash));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "meta.json"), $$"""{ "Name": "{{name}}", "Endpoints": { "docker": { "Host": "{{address}}" } } }""");
    }

    private async Task ContextAsync(TestEngine engine, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOCKER_CONFIG"] = _configuration.FullName, ["DOCKER_HOST"] = null, ["DOCKER_CONTEXT"] = null };
        await Tool.DemandAsync(engine.CliPath, ["context", .. arguments], environment);
    }
}
