using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Bench.Benchmarks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench;

internal static class Program
{
    private static readonly IReadOnlyList<Benchmark> All =
    [
        new ListBenchmark(),
        new RemovalBenchmark(),
        new LogBenchmark(),
        new ImportBenchmark(),
        new CompletionBenchmark(),
        new StartBenchmark(),
        new EnginesBenchmark(),
        new ExecBenchmark(),
        new StatsBenchmark(),
        new CopyBenchmark(),
        new ImageBenchmark(),
        new ArchiveBenchmark(),
        new BuildBenchmark(),
    ];

    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            var options = BenchOptions.Parse(arguments, All.Select(benchmark => benchmark.Name));
            var findings = new List<Finding>();
            foreach (var benchmark in All.Where(benchmark => options.Wants(benchmark.Name)))
            {
                findings.AddRange(await RunAsync(benchmark, options));
                if (options.Markdown is { } file)
                {
                    // After each one: a run that is broken off after half an hour has shown something all the same.
                    await File.WriteAllTextAsync(file, Report.Markdown(findings, File.Exists(file) ? await File.ReadAllTextAsync(file) : ""));
                }
            }

            Console.WriteLine();
            Console.Write(Report.Table(findings));

            return findings.Exists(finding => finding.Holds == false) ? 1 : 0;
        }
        catch (FormatException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 64;
        }
        catch (InvalidOperationException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 125;
        }
    }

    // All engines stand while one is measured, so that each version keeps an address of its own: a session knows an engine by that.
    private static async Task<IReadOnlyList<Finding>> RunAsync(Benchmark benchmark, BenchOptions options)
    {
        var findings = new List<Finding>();
        var engines = new List<BenchEngine>();
        try
        {
            foreach (var version in options.Engines)
            {
                engines.Add(await BenchEngine.StartAsync(version));
            }

            foreach (var engine in engines)
            {
                Console.WriteLine($"{benchmark.Name} on Docker {engine.Version}");
                findings.AddRange(await benchmark.RunAsync(engine, options.Runs));
            }
        }
        finally
        {
            foreach (var engine in engines)
            {
                await engine.DisposeAsync();
            }
        }

        return findings;
    }
}
