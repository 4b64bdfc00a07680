using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace DockerPS.Bench.Measuring;

/// <summary>One of several ways to do the same, and the times it took.</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="run">Does it once and gives the time; what it does around that is not counted.</param>
internal sealed class Contestant(string name, Func<Task<TimeSpan>> run)
{
    private readonly List<double> _milliseconds = [];

    public Contestant(string name, Func<TimeSpan> run)
        : this(name, () => Task.FromResult(run()))
    {
    }

    public string Name { get; } = name;

    /// <summary>In milliseconds.</summary>
    public double Median => Quantile(0.5);

    public int Runs => _milliseconds.Count;

    /// <summary>The middle half of the times as a share of the median: how far the machine was at rest.</summary>
    public double Spread => (Quantile(0.75) - Quantile(0.25)) / Median;

    public Task WarmUpAsync() => run();

    public async Task RunAsync() => _milliseconds.Add((await run()).TotalMilliseconds);

    private double Quantile(double part)
    {
        var sorted = _milliseconds.Order().ToList();
        var at = part * (sorted.Count - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Count - 1);
        return sorted[low] + ((sorted[high] - sorted[low]) * (at - low));
    }
}
