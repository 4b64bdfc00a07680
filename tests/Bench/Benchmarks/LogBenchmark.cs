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
            Finding.Memory(engine.Version, objects.Name, "100,000 lines", Reading(Short, ""), Reading(Long, ""), engine.Limit(4)),
            Finding.Memory(engine.Version, raw.Name, "100,000 lines", Reading(Short, " -Raw"), Reading(Long, " -Raw"), engine.Limit(4)),
        ];

        double Reading(string name, string option) => MemoryPeak.Median(() => session.Time($"Get-ContainerLog {name}{option} > $null"));
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
}
