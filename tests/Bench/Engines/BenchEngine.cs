using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench.Engines;

/// <summary>An engine that a benchmark has to itself, with the test image, and its own version's docker command.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private readonly TestEngine _engine;

    private BenchEngine(TestEngine engine) => _engine = engine;

    public string Version => _engine.Version.Name;

    public string Host => _engine.Host;

    public string SocketPath => _engine.SocketPath;

    public string SearchPath => _engine.SearchPath;

    public EngineHttp Http => _engine.Http;

    /// <summary>The limits are set for Docker 28: on others there are none.</summary>
    public double? Limit(double limit) => _engine.Version == EngineVersion.V2805 ? limit : null;

    public static async Task<BenchEngine> StartAsync(EngineVersion version)
    {
        var engine = await TestEngine.StartAsync(EnginePackages.Find(version));
        try
        {
            await engine.ImportTestImageAsync();
            return new BenchEngine(engine);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates containers, many at a time.</summary>
    public Task CreateAsync(int first, int count) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = 8 },
        async (number, cancel) => await Http.PostAsync(
            $"/containers/create?name=bench-{number}",
            $$$"""{"Image":"{{{TestImage.Reference}}}","Cmd":["sleep","1000"],"Labels":{"app":"bench","number":"{{{number}}}"}}""",
            cancel));

    /// <summary>Creates containers and starts them.</summary>
    public async Task RunAsync(int count)
    {
        await CreateAsync(1, count);
        for (var number = 1; number <= count; number++)
        {
            await Http.PostAsync($"/containers/bench-{number}/start");
        }
    }

    /// <summary>Removes all containers, running or not.</summary>
    public async Task RemoveAllAsync()
    {
        var all = await Http.GetAsync("/containers/json?all=1");
        await Parallel.ForEachAsync(
            all.EnumerateArray().Select(container => container.GetProperty("Id").GetString()).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (id, cancel) => await Http.DeleteAsync($"/containers/{id}?force=1", cancel));
    }

    /// <summary>How many containers there are.</summary>
    public async Task<int> CountAsync() => (await Http.GetAsync("/containers/json?all=1")).GetArrayLength();

    /// <summary>Runs a shell line with the engine's own docker command and gives the time it took.</summary>
    public async Task<TimeSpan> TimeAsync(string line)
    {
        var start = new ProcessStartInfo("sh", ["-c", line]);
        foreach (var (name, value) in CliEnvironment())
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        watch.Stop();
        return process.ExitCode == 0 ? watch.Elapsed : throw new InvalidOperationException($"{line} failed with {process.ExitCode}.");
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private Dictionary<string, string?> CliEnvironment() => new(StringComparer.Ordinal)
    {
        ["DOCKER_HOST"] = Host,
        ["DOCKER_CONFIG"] = _engine.CliConfigFolder,
        ["PATH"] = SearchPath,
    };
}
