using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench.Benchmarks;

/// <summary>A log of 1,000,000 lines, as objects and as text; and whether its length costs memory.</summary>
internal sealed class LogBenchmark : Benchmark
{
    private const string Long = "long";
    private const string Short = "short";
    private const int LongLines = 1_000_000;
    private const int ShortLines = 100_000;

    public override string Name => "log";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await WriteLogAsync(engine, Long, LongLines);
        await WriteLogAsync(engine, Short, ShortLines);
        using var session = new WarmSession(engine.Host);
        using var bare = new BareRead(engine);
        Check(session, $"(Get-ContainerLog {Long} | Measure-Object).Count");
        Check(session, $"(Get-ContainerLog {Long} -Raw | Measure-Object).Count");

        var file = Path.Combine(Cage.Folder, "log.txt");
        var objects = new Contestant("`Get-ContainerLog`, 1,000,000 lines as objects with times", () => session.Time($"Get-ContainerLog {Long} > $null"));
        var raw = new Contestant("`Get-ContainerLog -Raw`, 1,000,000 lines", () => session.Time($"Get-ContainerLog {Long} -Raw > $null"));
        var dockerTimes = new Contestant("`docker logs --timestamps` to a file", () => engine.TimeAsync($"exec docker logs --timestamps {Long} >{file} 2>&1"));
        var docker = new Contestant("`docker logs` to a file", () => engine.TimeAsync($"exec docker logs {Long} >{file} 2>&1"));
        var read = new Contestant("bare read", () => bare.Blocking($"/containers/{Long}/logs?stdout=1&stderr=1"));
        await Contest.RunAsync(runs, 1, objects, dockerTimes, raw, docker, read);
        File.Delete(file);
        return
        [
            Finding.Ratio(engine.Version, objects, dockerTimes, engine.Limit(0.85)),
            Finding.Ratio(engine.Version, raw, docker, engine.Limit(0.8)),
            Finding.Ratio(engine.Version, raw, read, engine.Limit(1.05)),
            Memory(engine, "Get-ContainerLog", name => session.Time($"Get-ContainerLog {name} > $null"), runs),
            Memory(engine, "Get-ContainerLog -Raw", name => session.Time($"Get-ContainerLog {name} -Raw > $null"), runs),
        ];
    }

    private static void Check(WarmSession session, string script)
    {
        if (session.Ask<int>(script) is var lines && lines != LongLines)
        {
            throw new InvalidOperationException($"{script}: {lines} lines instead of {LongLines}.");
        }
    }

    private static async Task WriteLogAsync(BenchEngine engine, string name, int lines)
    {
        var script = $"BEGIN {{ for (i = 1; i <= {lines}; i++) print i, \\\"GET /index.html HTTP/1.1 200 from a server that has much to say\\\" }}";
        await engine.Http.PostAsync($"/containers/create?name={name}", $$"""{"Image":"{{TestImage.Reference}}","Cmd":["awk","{{script}}"]}""");
        await engine.Http.PostAsync($"/containers/{name}/start");
        while ((await engine.Http.GetAsync($"/containers/{name}/json")).GetProperty("State").GetProperty("Running").GetBoolean())
        {
            await Task.Delay(100);
        }
    }

    // Ten times the lines may take what garbage collection lets grow, but nothing like ten times the memory.
    private static Finding Memory(BenchEngine engine, string what, Func<string, TimeSpan> read, int runs)
    {
        var times = Math.Min(runs, 5);
        var few = MemoryPeak.Median(times, () => read(Short));
        var many = MemoryPeak.Median(times, () => read(Long));
        Console.WriteLine($"  {what}: at most {few:0.0} MB of objects with {ShortLines} lines, {many:0.0} MB with {LongLines}");
        return new Finding
        {
            Engine = engine.Version,
            What = $"memory of `{what}`, 1,000,000 lines",
            Against = "100,000 lines",
            Value = many / few,
            Runs = times,
            Limit = engine.Limit(1.5),
        };
    }
}
