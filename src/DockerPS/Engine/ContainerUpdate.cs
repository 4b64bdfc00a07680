namespace DockerPS.Engine;

/// <summary>What of a container is to change while it stays the same. What is null stays as it is.</summary>
public sealed class ContainerUpdate
{
    /// <summary>When the engine starts it again.</summary>
    public RestartPolicy? Restart { get; init; }

    /// <summary>The most memory, in bytes.</summary>
    public long? Memory { get; init; }

    /// <summary>Memory that it is brought back to when the machine runs short, in bytes.</summary>
    public long? MemoryReservation { get; init; }

    /// <summary>Memory and swap together, in bytes; -1 for no limit.</summary>
    public long? MemorySwap { get; init; }

    /// <summary>Memory of the kernel, in bytes. Up to API 1.41.</summary>
    public long? KernelMemory { get; init; }

    /// <summary>Processors, in thousand-millionths.</summary>
    public long? NanoCpus { get; init; }

    /// <summary>Its share of the processors' time, beside others.</summary>
    public long? CpuShares { get; init; }

    /// <summary>The period of the scheduler, in microseconds.</summary>
    public long? CpuPeriod { get; init; }

    /// <summary>What it may use of a period, in microseconds.</summary>
    public long? CpuQuota { get; init; }

    /// <summary>The period of the real-time scheduler, in microseconds.</summary>
    public long? CpuRealtimePeriod { get; init; }

    /// <summary>What it may use of a real-time period, in microseconds.</summary>
    public long? CpuRealtimeRuntime { get; init; }

    /// <summary>The processors it may use, such as <c>0-3</c>.</summary>
    public string? CpusetCpus { get; init; }

    /// <summary>The memory nodes it may use, such as <c>0-1</c>.</summary>
    public string? CpusetMems { get; init; }

    /// <summary>Its share of all devices' time, 10 to 1000.</summary>
    public int? BlkioWeight { get; init; }

    /// <summary>The most processes; -1 for no limit.</summary>
    public long? PidsLimit { get; init; }
}
