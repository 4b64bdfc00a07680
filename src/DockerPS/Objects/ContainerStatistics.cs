using System;

namespace DockerPS;

/// <summary>What a container uses of its machine at a moment.</summary>
public sealed class ContainerStatistics
{
    /// <summary>The container's name.</summary>
    public string Container { get; init; } = "";

    /// <summary>The container's full id.</summary>
    public string ContainerId { get; init; } = "";

    /// <summary>When it was measured, in local time.</summary>
    public DateTime Time { get; init; }

    /// <summary>Processor time in per cent: 100 is one processor, as the docker command counts.</summary>
    public double CpuPercent { get; init; }

    /// <summary>Bytes of memory in use, without the file cache that the kernel could take back.</summary>
    public long MemoryUsage { get; init; }

    /// <summary>The most memory it may use, in bytes; the machine's where it has no limit.</summary>
    public long MemoryLimit { get; init; }

    /// <summary>The used part of the limit, in per cent.</summary>
    public double MemoryPercent => MemoryLimit > 0 ? 100.0 * MemoryUsage / MemoryLimit : 0;

    /// <summary>Bytes that came in over its networks since it was started.</summary>
    public long NetworkReceived { get; init; }

    /// <summary>Bytes that went out over its networks since it was started.</summary>
    public long NetworkSent { get; init; }

    /// <summary>Bytes read from disks since it was started.</summary>
    public long BlockRead { get; init; }

    /// <summary>Bytes written to disks since it was started.</summary>
    public long BlockWritten { get; init; }

    /// <summary>Its processes and threads.</summary>
    public long Processes { get; init; }

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The container's name.</summary>
    public override string ToString() => Container;
}
