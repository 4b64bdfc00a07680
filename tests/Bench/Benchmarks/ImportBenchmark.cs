using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>The import, and the first command after it, each in a new process.</summary>
internal sealed class ImportBenchmark : Benchmark
{
    public override string Name => "import";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.CreateAsync(1, 1);
        await engine.Http.PostAsync("/containers/bench-1/start");
        var first = new Contestant("first `Get-Container` of a process", () => TimeAsync(Measured($"Import-Module '{Repository.Module}'") + "; " + Measured("$null = Get-Container"), 1));
        var ours = new Contestant("`Import-Module DockerPS`", () => TimeAsync(Measured($"Import-Module '{Repository.Module}'"), 0));
        var empty = new Contestant("an empty binary module with a manifest", () => TimeAsync(Measured($"Import-Module '{Empty}'"), 0));

        // The first module with a type and a view costs the shell something by itself, whatever is in them.
        var viewed = new Contestant("an empty binary module with one type and one view", () => TimeAsync(Measured($"Import-Module '{Viewed}'"), 0));
        var process = new Contestant("a new shell with `Import-Module DockerPS; Get-Container`", () => WholeAsync($"Import-Module '{Repository.Module}'; $null = Get-Container"));
        var nothing = new Contestant("a new shell with nothing to do", () => WholeAsync("$null"));
        await Contest.RunAsync(runs, 2, ours, empty, viewed, first, process, nothing);
        return
        [
            Finding.Difference(engine.Version, ours, empty, engine.Limit(25)),
            Finding.Difference(engine.Version, ours, viewed, limit: null),
            Finding.Time(engine.Version, first, engine.Limit(60)),
            Finding.Difference(engine.Version, process, nothing, engine.Limit(120)),
        ];

        async Task<TimeSpan> WholeAsync(string script)
        {
            var watch = Stopwatch.StartNew();
            await FreshShell.MeasureAsync(script, engine.Host);
            return watch.Elapsed;
        }

        async Task<TimeSpan> TimeAsync(string script, int which) => TimeSpan.FromMilliseconds((await FreshShell.MeasureAsync(script, engine.Host))[which]);
    }

    private static string Empty => Repository.Built("Bench/Empty", "netstandard2.0", "DockerPS.Bench.Empty.psd1");

    private static string Viewed => Repository.Built("Bench/Empty", "netstandard2.0", "DockerPS.Bench.Viewed.psd1");

    private static string Measured(string command) => $"$w = [System.Diagnostics.Stopwatch]::StartNew(); {command}; $w.Elapsed.TotalMilliseconds";
}
