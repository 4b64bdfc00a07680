using System.Collections.Generic;

namespace DockerPS.Engine;

/// <content>What RUN instructions may use.</content>
public sealed partial class BuildSpecification
{
    /// <summary>The size of <c>/dev/shm</c>, in bytes.</summary>
    public long? ShmSize { get; init; }

    /// <summary>Limits of processes.</summary>
    public IReadOnlyList<Ulimit>? Ulimits { get; init; }

    /// <summary>The control group that theirs are made in.</summary>
    public string? CgroupParent { get; init; }

    /// <summary>The classic builder's containers are removed also after a failure.</summary>
    public bool ForceRemove { get; init; }

    /// <summary>Layers are made one. The classic builder of an engine with experimental features.</summary>
    public bool Squash { get; init; }

    /// <summary>The most memory, in bytes. The classic builder.</summary>
    public long? Memory { get; init; }

    /// <summary>Memory and swap together, in bytes; -1 for no limit. The classic builder.</summary>
    public long? MemorySwap { get; init; }

    /// <summary>The share of the processors' time. The classic builder.</summary>
    public long? CpuShares { get; init; }

    /// <summary>The period of the scheduler, in microseconds. The classic builder.</summary>
    public long? CpuPeriod { get; init; }

    /// <summary>What may be used of a period, in microseconds. The classic builder.</summary>
    public long? CpuQuota { get; init; }

    /// <summary>The processors that may be used, such as <c>0-3</c>. The classic builder.</summary>
    public string? CpusetCpus { get; init; }

    /// <summary>The memory nodes that may be used. The classic builder.</summary>
    public string? CpusetMems { get; init; }

    /// <summary>Security options. The classic builder.</summary>
    public IReadOnlyList<string>? SecurityOptions { get; init; }

    /// <summary>How RUN instructions are kept apart, on Windows. The classic builder.</summary>
    public string? Isolation { get; init; }
}
