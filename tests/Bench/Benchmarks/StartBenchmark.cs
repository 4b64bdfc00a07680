using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>50 containers created and started.</summary>
internal sealed class StartBenchmark : Benchmark
{
    private const int Count = 50;

    public override string Name => "start";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        using var session = new WarmSession(engine.Host);
        var ours = new Contestant(
            "`1..50 | % { \"n$_\" } | Start-Container -Image busybox:test -Command sleep, 1000`",
            () => AroundAsync(() => Task.FromResult(session.Time("$null = 1..50 | ForEach-Object { \"n$_\" } | Start-Container -Image busybox:test -Command sleep, 1000"))));
        var docker = new Contestant(
            "`docker run -d` 50 times",
            () => AroundAsync(() => engine.TimeAsync("for i in $(seq 50); do docker run -d --name n$i busybox:test sleep 1000 || exit; done >/dev/null")));
        await Contest.RunAsync(runs, 1, ours, docker);
        return [Finding.Ratio(engine.Version, ours, docker, engine.Limit(0.55))];

        async Task<TimeSpan> AroundAsync(Func<Task<TimeSpan>> start)
        {
            var time = await start();
            var running = (await engine.Http.GetAsync("/containers/json")).GetArrayLength();
            await engine.RemoveAllAsync();
            return running == Count ? time : throw new InvalidOperationException($"{running} of {Count} containers run.");
        }
    }
}
