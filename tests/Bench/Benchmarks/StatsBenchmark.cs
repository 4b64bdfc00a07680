using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>20 containers measured once.</summary>
internal sealed class StatsBenchmark : Benchmark
{
    private const int Count = 20;

    public override string Name => "stats";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.RunAsync(Count);
        using var session = new WarmSession(engine.Host);
        if (session.Ask<int>("(Measure-Container | Measure-Object).Count") is var measured && measured != Count)
        {
            throw new InvalidOperationException($"{measured} of {Count} containers are measured.");
        }

        var ours = new Contestant("`Measure-Container`, 20 containers", () => session.Time("$null = Measure-Container"));
        var docker = new Contestant("`docker stats --no-stream`", () => engine.TimeAsync("exec docker stats --no-stream >/dev/null"));
        await Contest.RunAsync(runs, 1, ours, docker);
        return [Finding.Ratio(engine.Version, ours, docker, engine.Limit(0.3))];
    }
}
