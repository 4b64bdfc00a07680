using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Changes the limits and the restart policy of containers, running or not, as <c>docker container update</c> does. Only what is given changes. All other options of a container stand
/// for good when it is created; a container is renamed by <c>Rename-Container</c>.
/// </summary>
[Cmdlet(VerbsCommon.Set, "Container", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class SetContainer : ContainerChangeCmdlet
{
    private static readonly string[] Settings =
    [
        nameof(Restart), nameof(Memory), nameof(MemoryReservation), nameof(MemorySwap), nameof(KernelMemory), nameof(Cpus), nameof(CpuShares), nameof(CpuPeriod), nameof(CpuQuota),
        nameof(CpuRtPeriod), nameof(CpuRtRuntime), nameof(CpusetCpus), nameof(CpusetMems), nameof(BlkioWeight), nameof(PidsLimit),
    ];

    private ContainerUpdate _update = new();
    private string _question = "";

    /// <summary>When the engine starts it again: <c>no</c>, <c>always</c>, <c>unless-stopped</c>, <c>on-failure[:times]</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RestartPolicyCompleter))]
    public RestartPolicy? Restart { get; set; }

    /// <summary>
    /// The most memory it may use: <c>512MB</c>, <c>1.5g</c>, or bytes. Where it exceeds what memory and swap may be together, <c>-MemorySwap</c> must be given with it.
    /// </summary>
    [Parameter]
    public ByteSize? Memory { get; set; }

    /// <summary>Memory that it is brought back to when the machine runs short of it; less than <c>-Memory</c>.</summary>
    [Parameter]
    public ByteSize? MemoryReservation { get; set; }

    /// <summary>The most memory and swap together: a size of at least <c>-Memory</c>, or -1 for as much swap as there is.</summary>
    [Parameter]
    public SwapSize? MemorySwap { get; set; }

    /// <summary>The most memory of the kernel. Only engines up to API version 1.41 know it.</summary>
    [Parameter]
    public ByteSize? KernelMemory { get; set; }

    /// <summary>How many processors' time it may use, such as <c>1.5</c>.</summary>
    [Parameter]
    public CpuCount? Cpus { get; set; }

    /// <summary>Its share of the processors' time where several want it: 2 or more.</summary>
    [Parameter]
    public long? CpuShares { get; set; }

    /// <summary>The period of the processors' scheduler, in microseconds, 1000 to 1000000; not with <c>-Cpus</c>.</summary>
    [Parameter]
    public long? CpuPeriod { get; set; }

    /// <summary>The processors' time that it may use in each period, in microseconds, 1000 or more; not with <c>-Cpus</c>.</summary>
    [Parameter]
    public long? CpuQuota { get; set; }

    /// <summary>The period of the real-time scheduler, in microseconds.</summary>
    [Parameter]
    public long? CpuRtPeriod { get; set; }

    /// <summary>The real-time that it may use in each period, in microseconds.</summary>
    [Parameter]
    public long? CpuRtRuntime { get; set; }

    /// <summary>The processors that it may use: <c>0-3</c>, <c>0,2</c>.</summary>
    [Parameter]
    [CommaText]
    public string? CpusetCpus { get; set; }

    /// <summary>The memory nodes that it may use: <c>0-1</c>, <c>0,2</c>.</summary>
    [Parameter]
    [CommaText]
    public string? CpusetMems { get; set; }

    /// <summary>Its share of all devices' time where several want it, 10 to 1000.</summary>
    [Parameter]
    public ushort? BlkioWeight { get; set; }

    /// <summary>The most processes; -1 for no limit.</summary>
    [Parameter]
    public long? PidsLimit { get; set; }

    private protected override string Question => _question;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var given = Settings.Where(MyInvocation.BoundParameters.ContainsKey).ToList();
        if (given.Count == 0)
        {
            ThrowFailure(
                new DockerException(DockerError.InvalidArgument, "There is nothing to change: give a setting, such as -Memory 512MB, -Cpus 1.5 or -Restart unless-stopped."),
                target: null);
        }

        _question = "Set " + string.Join(", ", given.Select(name => $"{name} to {MyInvocation.BoundParameters[name]}"));
        _update = new ContainerUpdate
        {
            Restart = Restart,
            Memory = Memory?.Bytes,
            MemoryReservation = MemoryReservation?.Bytes,
            MemorySwap = MemorySwap?.Bytes,
            KernelMemory = KernelMemory?.Bytes,
            NanoCpus = Cpus?.NanoCpus,
            CpuShares = CpuShares,
            CpuPeriod = CpuPeriod,
            CpuQuota = CpuQuota,
            CpuRealtimePeriod = CpuRtPeriod,
            CpuRealtimeRuntime = CpuRtRuntime,
            CpusetCpus = CpusetCpus,
            CpusetMems = CpusetMems,
            BlkioWeight = BlkioWeight,
            PidsLimit = PidsLimit,
        };
    }

    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) => UpdateAsync(target, cancel);

    private protected override async Task WorkAsync(WorkItem item, ContainerTarget target, CancellationToken cancel)
    {
        foreach (var warning in await UpdateAsync(target, cancel).ConfigureAwait(false))
        {
            item.Warn(target.Name + ": " + warning);
        }

        if (PassThru && await target.ReadAsync(cancel).ConfigureAwait(false) is { } container)
        {
            item.Write(container);
        }
    }

    private Task<IReadOnlyList<string>> UpdateAsync(ContainerTarget target, CancellationToken cancel) => target.Containers.UpdateAsync(target.Id, _update, cancel);
}
