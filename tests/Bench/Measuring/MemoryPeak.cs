using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Bench.Measuring;

/// <summary>Looks at the managed heap while something runs in this process.</summary>
internal static class MemoryPeak
{
    /// <summary>How often a median looks.</summary>
    public const int Runs = 5;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    /// <summary>By how many megabytes the heap rose at most, garbage and all: the median over several runs.</summary>
    public static double Median(Action run)
    {
        var peaks = Enumerable.Range(0, Runs).Select(_ => Once(run)).Order().ToList();
        return peaks[peaks.Count / 2];
    }

    private static double Once(Action run)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var stop = new CancellationTokenSource();
        var watcher = Task.Factory.StartNew(
            () =>
            {
                while (!stop.Token.WaitHandle.WaitOne(Step))
                {
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        run();
        stop.Cancel();
        watcher.Wait(CancellationToken.None);
        return (peak - before) / 1e6;
    }
}
