using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>A command that does nothing, run in a container.</summary>
internal sealed class ExecBenchmark : Benchmark
{
    public override string Name => "exec";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.RunAsync(1);
        using var session = new WarmSession(engine.Host);
        var ours = new Contestant("`Invoke-ContainerCommand` of `true`", () => session.Time("Invoke-ContainerCommand bench-1 true"));
        var docker = new Contestant("`docker exec` of `true`", () => engine.TimeAsync("exec docker exec bench-1 true"));
        await Contest.RunAsync(runs, 5, ours, docker);
        return [Finding.Ratio(engine.Version, ours, docker, engine.Limit(0.8))];
    }
}
