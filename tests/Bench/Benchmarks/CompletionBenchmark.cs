using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>What a user waits for after Tab, with 300 containers.</summary>
internal sealed class CompletionBenchmark : Benchmark
{
    public override string Name => "completion";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.CreateAsync(1, 300);
        using var session = new WarmSession(engine.Host);
        const string Line = "Remove-Container bench-";
        var said = session.Ask<int>($"(TabExpansion2 '{Line}' {Line.Length}).CompletionMatches.Count");
        if (said != 300)
        {
            throw new InvalidOperationException($"{said} names were offered for 300 containers.");
        }

        var ours = new Contestant("Tab after `Remove-Container bench-`, 300 containers", () => session.Time($"$null = TabExpansion2 '{Line}' {Line.Length}"));
        await Contest.RunAsync(runs, 5, ours);
        return [Finding.Time(engine.Version, ours, engine.Limit(100))];
    }
}
