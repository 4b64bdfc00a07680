using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Engines.Tls;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Help.Examples;

/// <summary>
/// Two engines, contexts and files with all that the pages' examples take for granted: what it is stands in World.ps1. Examples are free to remove or change it, for
/// it is restored before each.
/// </summary>
public sealed class ExampleWorld : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EnvironmentChange? _environment;
    private TestEngine? _engine;
    private TestEngine? _other;
    private PowerShellHost? _keeper;

    /// <summary>Where an example is run.</summary>
    public string Place => Path.Combine(_folder.Path, "place");

    private string Files => Path.Combine(_folder.Path, "files");

    private string Configuration => Path.Combine(_folder.Path, "docker");

    private string Contexts => Path.Combine(_folder.Path, "contexts");

    public async ValueTask InitializeAsync()
    {
        // The newest: what an example shows is tested on all engines elsewhere.
        var packages = EnginePackages.Find(SharedEngines.Versions.LastOrDefault(version => version != EngineVersion.Podman) ?? EngineVersion.V2010);
        var other = StartAsync(packages);
        _engine = await StartAsync(packages);
        _other = await other;
        _environment = new EnvironmentChange(("DOCKER_CONFIG", Configuration), ("DOCKER_HOST", null), ("DOCKER_CONTEXT", null), ("DOCKER_API_VERSION", null));
        Directory.CreateDirectory(Files);
        Directory.CreateDirectory(Configuration);
        await File.WriteAllTextAsync(Path.Combine(Configuration, "config.json"), """
            { "auths": { "registry.example.com:5000": { "auth": "YW5uOnNlY3JldA==" }, "https://index.docker.io/v1/": { "auth": "YW5uOnNlY3JldA==" } } }
            """);
        using (var authority = new CertificateAuthority("EC"))
        using (var client = authority.Client())
        {
            authority.Write(Files, client);
        }

        _keeper = new PowerShellHost(new PowerShellHostOptions { Engine = _engine.Host });
        Keep(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Cmdlets", "Help", "Examples", "World.ps1")));
        Keep("Restore-World");
        Keep("Export-World $folder $engine $other", ("folder", Files), ("engine", _engine.Host), ("other", _other.Host));
        await Tool.DemandAsync("cp", ["-a", Configuration, Contexts]);
    }

    /// <summary>Puts all in order.</summary>
    public async Task RestoreAsync()
    {
        foreach (var folder in (string[])[Place, Configuration])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        await Tool.DemandAsync("cp", ["-a", Files, Place]);
        await Tool.DemandAsync("cp", ["-a", Contexts, Configuration]);
        Keep("Restore-World");
    }

    /// <summary>The beginning of the id of the image that has that tag.</summary>
    public string ImageId(string tag) => ((string)Keep("Get-ContainerImage $tag", ("tag", tag)).One().ImageId).Replace("sha256:", "", StringComparison.Ordinal)[..8];

    public async ValueTask DisposeAsync()
    {
        _keeper?.Dispose();
        _environment?.Dispose();
        foreach (var engine in (TestEngine?[])[_engine, _other])
        {
            if (engine is not null)
            {
                await engine.DisposeAsync();
            }
        }

        _folder.Dispose();
    }

    private static async Task<TestEngine> StartAsync(EnginePackages packages)
    {
        var engine = await TestEngine.StartAsync(packages);
        await engine.ImportTestImageAsync();
        return engine;
    }

    private Outcome Keep(string script, params (string Name, object? Value)[] variables) => _keeper!.Invoke(script, variables).AssertSucceeded();
}
