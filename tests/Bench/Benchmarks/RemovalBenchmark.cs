using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>300 containers listed and removed.</summary>
internal sealed class RemovalBenchmark : Benchmark
{
    private const int Count = 300;

    public override string Name => "removal";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        using var session = new WarmSession(engine.Host);
        var ours = new Contestant("`Get-Container -All | Remove-Container`, 300 containers", () => AroundAsync(() => Task.FromResult(session.Time("Get-Container -All | Remove-Container"))));
        var docker = new Contestant("`docker rm $(docker ps -aq)`", () => AroundAsync(() => engine.TimeAsync("docker rm $(docker ps -aq) >/dev/null")));
        await Contest.RunAsync(runs, 2, ours, docker);
        return [Finding.Ratio(engine.Version, ours, docker, engine.Limit(1.1))];

        async Task<TimeSpan> AroundAsync(Func<Task<TimeSpan>> remove)
        {
            await engine.CreateAsync(1, Count);
            var time = await remove();
            return await engine.CountAsync() == 0 ? time : throw new InvalidOperationException("Containers are left after a removal of all.");
        }
    }
}
