using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>A list of 300 images, as objects.</summary>
internal sealed class ImageBenchmark : Benchmark
{
    private const int Count = 300;

    public override string Name => "images";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.CreateAsync(1, 1);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Count),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, cancel) => await engine.Http.PostAsync(
                $"/commit?container=bench-1&repo=bench/image-{number}&tag=1&changes={Uri.EscapeDataString($"LABEL number={number}")}", "{}", cancel));
        using var session = new WarmSession(engine.Host);
        using var bare = new BareRead(engine);
        using var shell = new WarmShell(engine.Host, engine.SearchPath);
        var listed = session.Ask<int>("(Get-ContainerImage bench/* | Measure-Object).Count");
        if (listed != Count)
        {
            throw new InvalidOperationException($"{listed} of {Count} images are listed.");
        }

        // 20.10's docker takes only a template; later ones mean the same by the word.
        var format = engine.Version == "20.10" ? "{{json .}}" : "json";
        var ours = new Contestant("`Get-ContainerImage`, 300 images", () => session.Time("$null = Get-ContainerImage"));
        var http = new Contestant("bare read of the images, warm connection", () => bare.WarmAsync("/images/json"));
        var docker = new Contestant(
            $"`docker images --format json | ConvertFrom-Json` in {ShellProgram.Name}", () => shell.TimeAsync($"docker images --format '{format}' | ConvertFrom-Json"));
        await Contest.RunAsync(runs, 10, ours, http, docker);
        return [Finding.Ratio(engine.Version, ours, http, engine.Limit(1.25)), Finding.Ratio(engine.Version, ours, docker, limit: null)];
    }
}
