using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;

namespace DockerPS.Bench.Benchmarks;

/// <summary>A list over ten engines held against the list of one: ten sockets, each an engine of its own to the session.</summary>
internal sealed class EnginesBenchmark : Benchmark
{
    private const int Count = 10;

    public override string Name => "engines";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.CreateAsync(1, 30);
        var folder = Directory.CreateTempSubdirectory("dockerps-bench-");
        try
        {
            var sockets = Enumerable.Range(1, Count).Select(number => Path.Combine(folder.FullName, $"{number}.sock")).ToList();
            sockets.ForEach(socket => File.CreateSymbolicLink(socket, engine.SocketPath));
            var all = string.Join(", ", sockets.Select(socket => $"'unix://{socket}'"));
            using var session = new WarmSession(engine.Host);
            var said = session.Ask<int>($"@(Get-Container -All -Engine {all}).Count");
            if (said != Count * 30)
            {
                throw new InvalidOperationException($"{said} containers came of {Count} engines.");
            }

            var ten = new Contestant("`Get-Container -All` over ten engines, 30 containers each", () => session.Time($"$null = Get-Container -All -Engine {all}"));
            var one = new Contestant("the same over one", () => session.Time("$null = Get-Container -All"));
            await Contest.RunAsync(runs, 20, ten, one);
            return [Finding.Ratio(engine.Version, ten, one, engine.Limit(3))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
