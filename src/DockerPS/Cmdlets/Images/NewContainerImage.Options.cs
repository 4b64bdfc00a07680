using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Images;

/// <content>What RUN instructions see and may use.</content>
public sealed partial class NewContainerImage
{
    /// <summary>The network of RUN instructions: <c>default</c>, <c>none</c>, <c>host</c>; the classic builder takes a network's name too.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Network { get; set; }

    /// <summary>Lines for the hosts file of RUN instructions: <c>host:ip</c>, <c>host:host-gateway</c>, or a hashtable.</summary>
    [Parameter]
    [HostEntries]
    public HostEntry[]? AddHost { get; set; }

    /// <summary>The size of <c>/dev/shm</c>: <c>64m</c>, <c>128MB</c>.</summary>
    [Parameter]
    public ByteSize? ShmSize { get; set; }

    /// <summary>Limits of processes: <c>name=soft[:hard]</c>, or a hashtable.</summary>
    [Parameter]
    [Ulimits]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public Ulimit[]? Ulimit { get; set; }

    /// <summary>The control group that theirs are made in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CgroupParent { get; set; }

    /// <summary>Removes the classic builder's containers also after a failure.</summary>
    [Parameter]
    public SwitchParameter ForceRm { get; set; }

    /// <summary>Makes one layer of the new ones. For the classic builder of an engine with experimental features.</summary>
    [Parameter]
    public SwitchParameter Squash { get; set; }

    /// <summary>The most memory. For the classic builder.</summary>
    [Parameter]
    public ByteSize? Memory { get; set; }

    /// <summary>Memory and swap together; -1 for no limit. For the classic builder.</summary>
    [Parameter]
    public SwapSize? MemorySwap { get; set; }

    /// <summary>The share of the processors' time. For the classic builder.</summary>
    [Parameter]
    public long? CpuShares { get; set; }

    /// <summary>The period of the scheduler, in microseconds. For the classic builder.</summary>
    [Parameter]
    public long? CpuPeriod { get; set; }

    /// <summary>What may be used of a period, in microseconds. For the classic builder.</summary>
    [Parameter]
    public long? CpuQuota { get; set; }

    /// <summary>The processors that may be used: <c>0-3</c>, <c>0,1</c>. For the classic builder.</summary>
    [Parameter]
    [CommaText]
    public string? CpusetCpus { get; set; }

    /// <summary>The memory nodes that may be used: <c>0-1</c>. For the classic builder.</summary>
    [Parameter]
    [CommaText]
    public string? CpusetMems { get; set; }

    /// <summary>Security options as the engine takes them. For the classic builder.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SecurityOpt { get; set; }

    /// <summary>How RUN instructions are kept apart, on Windows: <c>default</c>, <c>process</c>, <c>hyperv</c>. For the classic builder.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Isolation { get; set; }

    /// <summary>Docker's secrets for <c>RUN --mount=type=secret</c>. They need a session between BuildKit and its client, which is not there yet: an error says so.</summary>
    [Parameter]
    public string[]? Secret { get; set; }

    /// <summary>Docker's ssh agents for <c>RUN --mount=type=ssh</c>. They need a session between BuildKit and its client, which is not there yet: an error says so.</summary>
    [Parameter]
    public string[]? Ssh { get; set; }
}
