using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench.Benchmarks;

/// <summary>An image of a context of 200 MB, by each builder; and whether the context's size costs memory. All files are new each time, so that no cache holds them.</summary>
internal sealed class BuildBenchmark : Benchmark
{
    private const int Megabyte = 1024 * 1024;
    private const int LargeMegabytes = 200;
    private const int SmallMegabytes = 20;

    public override string Name => "build";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        using var session = new WarmSession(engine.Host);
        var folder = Path.Combine(Cage.Folder, "context");
        var findings = new List<Finding>();
        foreach (var (builder, buildKit) in new[] { ("Classic", "0"), ("BuildKit", "1") })
        {
            var script = $"$null = New-ContainerImage '{folder}' -Tag bench-build -Builder {builder}";
            var ours = new Contestant($"`New-ContainerImage`, 200 MB, {builder}", () => AroundAsync(() => Task.FromResult(session.Time(script))));
            var docker = new Contestant(
                $"`docker build`, {builder}", () => AroundAsync(() => engine.TimeAsync($"DOCKER_BUILDKIT={buildKit} exec docker build -q -t bench-build {folder} >/dev/null 2>&1")));
            await Contest.RunAsync(runs, 1, ours, docker);
            findings.Add(Finding.Ratio(engine.Version, ours, docker, engine.Limit(1.0)));
            Write(folder, SmallMegabytes);
            var low = MemoryPeak.Median(() => session.Time(script));
            Write(folder, LargeMegabytes);
            var high = MemoryPeak.Median(() => session.Time(script));
            findings.Add(Finding.Memory(engine.Version, ours.Name, "20 MB", low, high, engine.Limit(4)));
        }

        await ClearAsync(engine);
        Directory.Delete(folder, recursive: true);
        return findings;

        async Task<TimeSpan> AroundAsync(Func<Task<TimeSpan>> build)
        {
            Write(folder, LargeMegabytes);
            var time = await build();
            await ClearAsync(engine);
            return time;
        }
    }

    private static async Task ClearAsync(BenchEngine engine)
    {
        await engine.TimeAsync("docker rmi -f bench-build >/dev/null 2>&1; docker image prune -f >/dev/null 2>&1; docker builder prune -af >/dev/null 2>&1");
    }

    // Three large files have three quarters of it, 500 small ones the rest. The names of files take memory, so there are as many of them in each size.
    private static void Write(string folder, int megabytes)
    {
        const int SmallFiles = 500;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Dockerfile"), "FROM scratch\nCOPY . /\n");
        var content = new byte[megabytes / 4 * Megabyte];
        for (var large = 0; large < 3; large++)
        {
            Random.Shared.NextBytes(content);
            File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"large{large}")), content);
        }

        var part = content.AsSpan(0, content.Length / SmallFiles);
        for (var small = 0; small < SmallFiles; small++)
        {
            var below = Directory.CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"folder{small % 20}"))).FullName;
            Random.Shared.NextBytes(part);
            using var file = File.Create(Path.Combine(below, string.Create(CultureInfo.InvariantCulture, $"small{small}")));
            file.Write(part);
        }
    }
}
