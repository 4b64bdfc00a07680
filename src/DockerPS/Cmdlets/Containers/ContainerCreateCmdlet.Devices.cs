using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <content>The machine's devices, and how fast the container may use them.</content>
public abstract partial class ContainerCreateCmdlet
{
    /// <summary>Devices of the engine's machine: <c>host[:container][:permissions]</c>, such as <c>/dev/snd</c>, or a CDI name.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public DeviceMapping[]? Device { get; set; }

    /// <summary>Rules for devices by their numbers: <c>type major:minor permissions</c>, such as <c>'c 1:3 mr'</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public DeviceCgroupRule[]? DeviceCgroupRule { get; set; }

    /// <summary>Graphics processors: <c>all</c>, a number, <c>'"device=0,1",capabilities=utility'</c>, or a hashtable such as <c>@{ Device = 0, 1 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public GpuRequest[]? Gpus { get; set; }

    /// <summary>Its share of all devices' time where several want it, 10 to 1000; 0 takes it away.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ushort? BlkioWeight { get; set; }

    /// <summary>Its share of single devices' time: <c>path:weight</c>, or a hashtable such as <c>@{ '/dev/sda' = 500 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public DeviceWeight[]? BlkioWeightDevice { get; set; }

    /// <summary>How many bytes a second it may read from a device: <c>path:rate</c>, or a hashtable such as <c>@{ '/dev/sda' = 10MB }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public DeviceByteRate[]? DeviceReadBps { get; set; }

    /// <summary>How many bytes a second it may write to a device: <c>path:rate</c>, or a hashtable such as <c>@{ '/dev/sda' = 10MB }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public DeviceByteRate[]? DeviceWriteBps { get; set; }

    /// <summary>How many times a second it may read from a device: <c>path:number</c>, or a hashtable such as <c>@{ '/dev/sda' = 1000 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public DeviceOperationRate[]? DeviceReadIops { get; set; }

    /// <summary>How many times a second it may write to a device: <c>path:number</c>, or a hashtable such as <c>@{ '/dev/sda' = 1000 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public DeviceOperationRate[]? DeviceWriteIops { get; set; }

    /// <summary>The most bytes a second on the system drive. For Windows containers.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ByteSize? IoMaxBandwidth { get; set; }

    /// <summary>The most operations a second on the system drive. For Windows containers.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ulong? IoMaxIops { get; set; }

    private void AddDevices(ContainerSpecification specification)
    {
        specification.Devices = Device;
        specification.DeviceCgroupRules = DeviceCgroupRule;
        specification.Gpus = Gpus;
        specification.BlkioWeight = BlkioWeight;
        specification.BlkioWeightDevices = BlkioWeightDevice;
        specification.DeviceReadBps = DeviceReadBps;
        specification.DeviceWriteBps = DeviceWriteBps;
        specification.DeviceReadIops = DeviceReadIops;
        specification.DeviceWriteIops = DeviceWriteIops;
        specification.IoMaxBandwidth = IoMaxBandwidth?.Bytes;
        specification.IoMaxIops = IoMaxIops;
    }
}
