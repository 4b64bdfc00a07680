using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <content>What the container may use: memory, processors, processes.</content>
public abstract partial class ContainerCreateCmdlet
{
    /// <summary>The most memory it may use: <c>512MB</c>, <c>1.5g</c>, or bytes.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ByteSize? Memory { get; set; }

    /// <summary>Memory that it is brought back to when the machine runs short of it; less than <c>-Memory</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ByteSize? MemoryReservation { get; set; }

    /// <summary>The most memory and swap together: a size of at least <c>-Memory</c>, or -1 for as much swap as there is. Without it the swap is as large as the memory.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwapSize? MemorySwap { get; set; }

    /// <summary>How readily its memory is swapped: 0 (never) to 100. The default, -1, is the machine's own.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateRange(-1, 100)]
    public long? MemorySwappiness { get; set; }

    /// <summary>The most memory of the kernel. Only engines up to API version 1.41 know it.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ByteSize? KernelMemory { get; set; }

    /// <summary>Does not kill its processes when its memory runs out. Use it with <c>-Memory</c> only: otherwise the machine itself may run out.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter OomKillDisable { get; set; }

    /// <summary>How likely it is to be killed when the machine's memory runs out: -1000 (never) to 1000. The default is 0.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateRange(-1000, 1000)]
    public int? OomScoreAdj { get; set; }

    /// <summary>How many processors' time it may use, such as <c>1.5</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public CpuCount? Cpus { get; set; }

    /// <summary>Its share of the processors' time where several want it. The default is 1024.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? CpuShares { get; set; }

    /// <summary>The period of the processors' scheduler, in microseconds; not with <c>-Cpus</c>. The default is 100000.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? CpuPeriod { get; set; }

    /// <summary>The processors' time that it may use in each period, in microseconds; not with <c>-Cpus</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? CpuQuota { get; set; }

    /// <summary>The period of the real-time scheduler, in microseconds.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? CpuRtPeriod { get; set; }

    /// <summary>The real-time that it may use in each period, in microseconds.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? CpuRtRuntime { get; set; }

    /// <summary>The processors that it may use: <c>0-3</c>, <c>0,2</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [CommaText]
    public string? CpusetCpus { get; set; }

    /// <summary>The memory nodes that it may use: <c>0-1</c>, <c>0,2</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [CommaText]
    public string? CpusetMems { get; set; }

    /// <summary>How many processors it may use. For Windows containers.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? CpuCount { get; set; }

    /// <summary>How many per cent of the processors' time it may use. For Windows containers.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? CpuPercent { get; set; }

    /// <summary>The most processes; -1 for no limit.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public long? PidsLimit { get; set; }

    /// <summary>Limits of its processes: <c>name=soft[:hard]</c>, or a hashtable such as <c>@{ nofile = 1024 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Ulimits]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public Ulimit[]? Ulimit { get; set; }

    /// <summary>The control group that its own is made in.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? CgroupParent { get; set; }

    private void AddResources(ContainerSpecification specification)
    {
        specification.Memory = Memory?.Bytes;
        specification.MemoryReservation = MemoryReservation?.Bytes;
        specification.MemorySwap = MemorySwap?.Bytes;
        specification.MemorySwappiness = MemorySwappiness;
        specification.KernelMemory = KernelMemory?.Bytes;
        specification.OomKillDisable = Given(nameof(OomKillDisable)) ? OomKillDisable : null;
        specification.OomScoreAdj = OomScoreAdj;
        specification.NanoCpus = Cpus?.NanoCpus;
        specification.CpuShares = CpuShares;
        specification.CpuPeriod = CpuPeriod;
        specification.CpuQuota = CpuQuota;
        specification.CpuRealtimePeriod = CpuRtPeriod;
        specification.CpuRealtimeRuntime = CpuRtRuntime;
        specification.CpusetCpus = CpusetCpus;
        specification.CpusetMems = CpusetMems;
        specification.CpuCount = CpuCount;
        specification.CpuPercent = CpuPercent;
        specification.PidsLimit = PidsLimit;
        specification.Ulimits = Ulimit;
        specification.CgroupParent = CgroupParent;
    }
}
