using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets;
using DockerPS.Tests.Engines;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedEngines))]

namespace DockerPS.Tests.Cmdlets;

/// <summary>
/// The engines that all tests of a process share: one of each version, started when a test first asks for it, with the image busybox:test.
/// A test that needs an engine to itself (to restart it, to hang it, to prune it) starts a <see cref="TestEngine"/> of its own.
/// </summary>
public sealed class SharedEngines : IAsyncDisposable
{
    /// <summary>Chooses the versions: <c>20.10,28.5</c>.</summary>
    public const string Variable = "DOCKERPS_ENGINES";

    private readonly ConcurrentDictionary<EngineVersion, Lazy<Task<TestEngine>>> _engines = new();

    /// <summary>The versions that tests run on: the chosen ones, or the machine's own and the newest that is here.</summary>
    public static IReadOnlyList<EngineVersion> Versions { get; } = Choose();

    /// <summary>The engine of a version; one that was chosen but isn't here fails the test with the reason.</summary>
    public Task<TestEngine> GetAsync(EngineVersion version) =>
        _engines.GetOrAdd(version, _ => new Lazy<Task<TestEngine>>(() => StartAsync(version))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines.Values.Where(engine => engine.IsValueCreated && engine.Value.IsCompletedSuccessfully))
        {
            await (await engine.Value).DisposeAsync();
        }
    }

    private static async Task<TestEngine> StartAsync(EngineVersion version)
    {
        var engine = await TestEngine.StartAsync(EnginePackages.Find(version));
        await engine.ImportTestImageAsync();
        return engine;
    }

    private static List<EngineVersion> Choose()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            return [.. chosen.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(EngineVersion.Parse)];
        }

        var newest = new[] { EngineVersion.V2805, EngineVersion.V2601 }.Where(version => EnginePackages.Find(version).Installed).Take(1);
        return [EngineVersion.V2010, .. newest];
    }
}
