using System.Linq;
using System.Management.Automation;
using System.Net;

namespace DockerPS.Tests.Unit.Notations;

/// <summary>A cmdlet with a parameter of each notation: what it was given goes out as it was bound.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Notation")]
public sealed class TestNotationCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public ContainerName? Name { get; set; }

    [Parameter]
    public ImageReference? Image { get; set; }

    [Parameter]
    [Alias("p")]
    [PortMappings]
    public PortMapping[]? Publish { get; set; }

    [Parameter]
    [Alias("v")]
    [VolumeBindings]
    public VolumeBinding[]? Volume { get; set; }

    [Parameter]
    [EnvironmentVariables]
    public EnvironmentVariable[]? Env { get; set; }

    [Parameter]
    [Labels]
    public Label[]? Label { get; set; }

    [Parameter]
    public ByteSize? Memory { get; set; }

    [Parameter]
    public CpuCount? Cpus { get; set; }

    [Parameter]
    [Seconds]
    public Duration? Timeout { get; set; }

    [Parameter]
    public TimePoint? Since { get; set; }

    [Parameter]
    [CommaText]
    public DetachKeys? DetachKeys { get; set; }

    [Parameter]
    public RestartPolicy? Restart { get; set; }

    [Parameter]
    public AddressRange[]? Subnet { get; set; }

    [Parameter]
    [Entries]
    public AuxiliaryAddress[]? AuxAddress { get; set; }

    [Parameter]
    public NewName[]? New { get; set; }

    [Parameter]
    public NetworkAttachment[]? Network { get; set; }

    [Parameter]
    public Mount[]? Mount { get; set; }

    [Parameter]
    public SwapSize? MemorySwap { get; set; }

    [Parameter]
    public SignalName? Signal { get; set; }

    [Parameter]
    [Ulimits]
    public Ulimit[]? Ulimit { get; set; }

    [Parameter]
    [TmpfsMounts]
    public TmpfsMount[]? Tmpfs { get; set; }

    [Parameter]
    public DeviceMapping[]? Device { get; set; }

    [Parameter]
    [HostEntries]
    public HostEntry[]? AddHost { get; set; }

    [Parameter]
    [Entries]
    public KeyValueOption[]? LogOpt { get; set; }

    [Parameter]
    [Entries]
    public Sysctl[]? Sysctl { get; set; }

    [Parameter]
    public DeviceCgroupRule[]? DeviceCgroupRule { get; set; }

    [Parameter]
    [Entries]
    public DeviceByteRate[]? DeviceReadBps { get; set; }

    [Parameter]
    [Entries]
    public DeviceOperationRate[]? DeviceReadIops { get; set; }

    [Parameter]
    [Entries]
    public DeviceWeight[]? BlkioWeightDevice { get; set; }

    [Parameter]
    public ExposedPort[]? Expose { get; set; }

    [Parameter]
    [Entries]
    public ContainerLink[]? Link { get; set; }

    [Parameter]
    [Entries]
    public SecurityOption[]? SecurityOpt { get; set; }

    [Parameter]
    public GpuRequest[]? Gpus { get; set; }

    [Parameter]
    public MacAddress? MacAddress { get; set; }

    [Parameter]
    [NamespaceMode("host", "container:")]
    public string? Pid { get; set; }

    [Parameter]
    [Address(Version = 4)]
    public IPAddress? Ip { get; set; }

    [Parameter]
    [CommaText]
    public string? CpusetCpus { get; set; }

    [Parameter]
    [WholeSeconds]
    public int? StopTimeout { get; set; }

    [Parameter]
    [Address]
    public IPAddress[]? Dns { get; set; }

    [Parameter]
    [DnsDomain]
    public string[]? DnsSearch { get; set; }

    protected override void ProcessRecord()
    {
        object?[] bound = [Name, Image, Memory, Cpus, Timeout, Since, Restart, MemorySwap, Signal, MacAddress, Pid, Ip, CpusetCpus, StopTimeout, DetachKeys];
        object?[][] lists = [Publish ?? [], Volume ?? [], Env ?? [], Label ?? [], Network ?? [], Mount ?? [], Ulimit ?? [], Tmpfs ?? [], Device ?? [], AddHost ?? [],
            LogOpt ?? [], Sysctl ?? [], DeviceCgroupRule ?? [], DeviceReadBps ?? [], DeviceReadIops ?? [], BlkioWeightDevice ?? [], Expose ?? [], Link ?? [], SecurityOpt ?? [], Gpus ?? [], Dns ?? [], DnsSearch ?? [], Subnet ?? [], AuxAddress ?? [], New ?? []];
        WriteObject(bound.Concat(lists.SelectMany(list => list)).Where(value => value is not null), enumerateCollection: true);
    }
}
