using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;

namespace DockerPS.Bench.Benchmarks;

/// <summary>Something that is measured on an engine of its own.</summary>
internal abstract class Benchmark
{
    /// <summary>What <c>--only</c> takes.</summary>
    public abstract string Name { get; }

    public abstract Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs);
}
