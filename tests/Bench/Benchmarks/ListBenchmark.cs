using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>Lists of 300 and of 3,000 containers, as objects.</summary>
internal sealed class ListBenchmark : Benchmark
{
    public override string Name => "list";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.CreateAsync(1, 300);
        var findings = new List<Finding>(await MeasureAsync(engine, runs, "300", bareLimit: 1.25, dockerLimit: 1 / 3.0));
        await engine.CreateAsync(301, 2700);
        findings.AddRange(await MeasureAsync(engine, runs, "3,000", bareLimit: null, dockerLimit: null));
        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> MeasureAsync(BenchEngine engine, int runs, string count, double? bareLimit, double? dockerLimit)
    {
        using var session = new WarmSession(engine.Host);
        using var bare = new BareRead(engine);
        using var shell = new WarmShell(engine.Host, engine.SearchPath);
        // 20.10's docker takes only a template; later ones mean the same by the word.
        var format = engine.Version == "20.10" ? "{{json .}}" : "json";
        var ours = new Contestant($"`Get-Container -All`, {count} containers", () => session.Time("$null = Get-Container -All"));
        var http = new Contestant("bare read, warm connection", () => bare.WarmAsync("/containers/json?all=1"));
        var docker = new Contestant($"`docker ps -a --format json | ConvertFrom-Json` in {ShellProgram.Name}", () => shell.TimeAsync($"docker ps -a --format '{format}' | ConvertFrom-Json"));
        await Contest.RunAsync(runs, 10, ours, http, docker);
        return
        [
            Finding.Ratio(engine.Version, ours, http, bareLimit is { } bareMost ? engine.Limit(bareMost) : null),
            Finding.Ratio(engine.Version, ours, docker, dockerLimit is { } dockerMost ? engine.Limit(dockerMost) : null),
        ];
    }
}
