using System;
using System.Linq;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Containers;

/// <summary>Counts as the docker command counts, on cgroup v1, v2 and Windows.</summary>
internal static class StatisticsMapping
{
    private const double NanosecondsPerTick = 100;

    /// <summary>Makes an object of a sample.</summary>
    /// <param name="now">The sample.</param>
    /// <param name="before">The sample before it; null where the engine put the earlier processor times into the same answer.</param>
    /// <param name="container">The container.</param>
    /// <param name="engine">The engine it is from.</param>
    public static ContainerStatistics ToStatistics(StatisticsJson now, StatisticsJson? before, ContainerDetail container, EngineGreeting engine) => new()
    {
        Container = container.Name,
        ContainerId = container.ContainerId,
        Engine = container.Engine,
        Time = EngineTime.OfText(now.Read) ?? DateTime.Now,
        CpuPercent = engine.IsWindows ? CpuByClock(now, before, now.NumProcs, 1)
            : engine.IsPodman ? CpuByClock(now, before, 1, NanosecondsPerTick)
            : Cpu(now, before?.Cpu ?? now.PreCpu),
        MemoryUsage = (long)(engine.IsWindows ? now.Memory?.PrivateWorkingSet ?? 0 : UsedMemory(now.Memory)),
        MemoryLimit = (long)Math.Min(now.Memory?.Limit ?? 0, long.MaxValue),
        NetworkReceived = now.Networks?.Values.Sum(network => (long)(network?.Received ?? 0)) ?? 0,
        NetworkSent = now.Networks?.Values.Sum(network => (long)(network?.Sent ?? 0)) ?? 0,
        BlockRead = engine.IsWindows ? (long)(now.Storage?.Read ?? 0) : Block(now, "read"),
        BlockWritten = engine.IsWindows ? (long)(now.Storage?.Written ?? 0) : Block(now, "write"),
        Processes = engine.IsWindows ? now.NumProcs : (long)(now.Pids?.Current ?? 0),
    };

    private static double Cpu(StatisticsJson now, StatisticsJson.CpuJson? before)
    {
        var used = Difference(now.Cpu?.Usage?.Total, before?.Usage?.Total);
        var passed = Difference(now.Cpu?.System, before?.System);
        var processors = now.Cpu?.OnlineCpus is > 0 and var online ? online : (uint)(now.Cpu?.Usage?.PerCpu?.Length ?? 0);
        return used > 0 && passed > 0 ? used / passed * processors * 100 : 0;
    }

    // Windows counts in intervals of 100 ns, of which each processor has its own. Podman's count of the system is of what all containers have used, not of what they might have.
    private static double CpuByClock(StatisticsJson now, StatisticsJson? before, long processors, double unitsPerTick)
    {
        if (EngineTime.OfText(now.Read) is not { } end || EngineTime.OfText(before?.Read ?? now.PreRead) is not { } begin)
        {
            return 0;
        }

        var possible = (end - begin).Ticks * unitsPerTick * processors;
        var used = Difference(now.Cpu?.Usage?.Total, (before?.Cpu ?? now.PreCpu)?.Usage?.Total);
        return possible > 0 && used > 0 ? used / possible * 100 : 0;
    }

    // What the kernel holds of files and would give back at once is no use of memory. cgroup v1 and v2 name it differently.
    private static ulong UsedMemory(StatisticsJson.MemoryJson? memory)
    {
        if (memory is null)
        {
            return 0;
        }

        var stats = memory.Stats;
        var cache = stats is null ? 0
            : stats.TryGetValue("total_inactive_file", out var v1) ? v1
            : stats.TryGetValue("inactive_file", out var v2) ? v2
            : 0;
        return cache < memory.Usage ? memory.Usage - cache : memory.Usage;
    }

    private static long Block(StatisticsJson now, string operation) => now.Block?.Bytes?
        .Where(entry => string.Equals(entry?.Operation, operation, StringComparison.OrdinalIgnoreCase))
        .Sum(entry => (long)entry!.Value) ?? 0;

    private static double Difference(ulong? now, ulong? before) => (double)(now ?? 0) - (before ?? 0);
}
