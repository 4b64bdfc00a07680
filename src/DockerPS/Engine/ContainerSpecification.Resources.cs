using System.Collections.Generic;

namespace DockerPS.Engine;

/// <content>What it may use.</content>
public sealed partial class ContainerSpecification
{
    /// <summary>The most memory, in bytes.</summary>
    public long? Memory { get; set; }

    /// <summary>Memory that it is brought back to when the machine runs short, in bytes.</summary>
    public long? MemoryReservation { get; set; }

    /// <summary>Memory and swap together, in bytes; -1 for no limit.</summary>
    public long? MemorySwap { get; set; }

    /// <summary>How readily its memory is swapped, 0 to 100.</summary>
    public long? MemorySwappiness { get; set; }

    /// <summary>Memory of the kernel, in bytes. Up to API 1.41.</summary>
    public long? KernelMemory { get; set; }

    /// <summary>It is not killed when memory runs out.</summary>
    public bool? OomKillDisable { get; set; }

    /// <summary>How likely it is to be killed when memory runs out, -1000 to 1000.</summary>
    public int? OomScoreAdj { get; set; }

    /// <summary>Processors, in thousand-millionths.</summary>
    public long? NanoCpus { get; set; }

    /// <summary>Its share of the processors' time, beside others.</summary>
    public long? CpuShares { get; set; }

    /// <summary>The period of the scheduler, in microseconds.</summary>
    public long? CpuPeriod { get; set; }

    /// <summary>What it may use of a period, in microseconds.</summary>
    public long? CpuQuota { get; set; }

    /// <summary>The period of the real-time scheduler, in microseconds.</summary>
    public long? CpuRealtimePeriod { get; set; }

    /// <summary>What it may use of a real-time period, in microseconds.</summary>
    public long? CpuRealtimeRuntime { get; set; }

    /// <summary>The processors it may use, such as <c>0-3</c>.</summary>
    public string? CpusetCpus { get; set; }

    /// <summary>The memory nodes it may use, such as <c>0-1</c>.</summary>
    public string? CpusetMems { get; set; }

    /// <summary>How many processors, on Windows.</summary>
    public long? CpuCount { get; set; }

    /// <summary>Per cent of the processors' time, on Windows.</summary>
    public long? CpuPercent { get; set; }

    /// <summary>Operations a second on the system drive, on Windows.</summary>
    public ulong? IoMaxIops { get; set; }

    /// <summary>Bytes a second on the system drive, on Windows.</summary>
    public long? IoMaxBandwidth { get; set; }

    /// <summary>The most processes; -1 for no limit.</summary>
    public long? PidsLimit { get; set; }

    /// <summary>Limits of its processes.</summary>
    public IReadOnlyList<Ulimit>? Ulimits { get; set; }

    /// <summary>The control group that its own is made in.</summary>
    public string? CgroupParent { get; set; }

    /// <summary>Its share of all devices' time, 10 to 1000.</summary>
    public ushort? BlkioWeight { get; set; }

    /// <summary>Its share of single devices' time.</summary>
    public IReadOnlyList<DeviceWeight>? BlkioWeightDevices { get; set; }

    /// <summary>Bytes a second that it may read.</summary>
    public IReadOnlyList<DeviceByteRate>? DeviceReadBps { get; set; }

    /// <summary>Bytes a second that it may write.</summary>
    public IReadOnlyList<DeviceByteRate>? DeviceWriteBps { get; set; }

    /// <summary>Reads a second.</summary>
    public IReadOnlyList<DeviceOperationRate>? DeviceReadIops { get; set; }

    /// <summary>Writes a second.</summary>
    public IReadOnlyList<DeviceOperationRate>? DeviceWriteIops { get; set; }

    /// <summary>Devices.</summary>
    public IReadOnlyList<DeviceMapping>? Devices { get; set; }

    /// <summary>Rules for devices by their numbers.</summary>
    public IReadOnlyList<DeviceCgroupRule>? DeviceCgroupRules { get; set; }

    /// <summary>Graphics processors.</summary>
    public IReadOnlyList<GpuRequest>? Gpus { get; set; }
}
