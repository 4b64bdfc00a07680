using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench.Benchmarks;

/// <summary>A list over ten engines held against the list of one: ten sockets, each an engine of its own to the session.</summary>
internal sealed class EnginesBenchmark : Benchmark
{
    private const int Count = 10;

    // A round trip to another town.
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(20);

    public override string Name => "engines";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await engine.CreateAsync(1, 30);
        var folder = Directory.CreateTempSubdirectory("dockerps-bench-");
        var relays = Enumerable.Range(1, Count).Select(_ => FaultyProxy.Start(engine.SocketPath)).ToList();
        try
        {
            relays.ForEach(relay => relay.Delay("", Distance));
            var sockets = Enumerable.Range(1, Count).Select(number => Path.Combine(folder.FullName, $"{number}.sock")).ToList();
            sockets.ForEach(socket => File.CreateSymbolicLink(socket, engine.SocketPath));
            using var session = new WarmSession(engine.Host);
            return
            [
                await CompareAsync("`Get-Container -All` over ten engines, 30 containers and 20 ms away each", [.. relays.Select(relay => relay.Host)], engine.Limit(3)),
                await CompareAsync("`Get-Container -All` over ten sockets of one engine, 30 containers each", [.. sockets.Select(socket => $"unix://{socket}")], null),
            ];

            async Task<Finding> CompareAsync(string name, IReadOnlyList<string> hosts, double? limit)
            {
                var all = $"$null = Get-Container -All -Engine '{string.Join("', '", hosts)}'";
                var said = session.Ask<int>($"@({all}).Count".Replace("$null = ", "", StringComparison.Ordinal));
                if (said != Count * 30)
                {
                    throw new InvalidOperationException($"{said} containers came of {Count} engines.");
                }

                var ten = new Contestant(name, () => session.Time(all));
                var one = new Contestant("the same over one", () => session.Time($"$null = Get-Container -All -Engine '{hosts[0]}'"));
                await Contest.RunAsync(runs, 10, ten, one);
                return Finding.Ratio(engine.Version, ten, one, limit);
            }
        }
        finally
        {
            foreach (var relay in relays)
            {
                await relay.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }
    }
}
