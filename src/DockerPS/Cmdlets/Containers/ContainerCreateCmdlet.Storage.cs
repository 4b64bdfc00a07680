using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <content>What the container sees of files.</content>
public abstract partial class ContainerCreateCmdlet
{
    /// <summary>Volumes and folders: <c>[source:]target[:options]</c>, or a hashtable of source and target. A relative source begins at PowerShell's location.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("v")]
    [VolumeBindings]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public VolumeBinding[]? Volume { get; set; }

    /// <summary>Mounts: <c>'type=bind,source=/a,target=/b,readonly'</c>, quoted, or a hashtable such as <c>@{ Type = 'bind'; Source = '/a'; Target = '/b' }</c>. A relative source begins at PowerShell's location.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public Mount[]? Mount { get; set; }

    /// <summary>Folders in memory: <c>target[:options]</c>, or a hashtable such as <c>@{ '/run' = 'size=64m' }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [TmpfsMounts]
    public TmpfsMount[]? Tmpfs { get; set; }

    /// <summary>Containers whose volumes it has too; <c>:ro</c> behind the name makes them read-only.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public string[]? VolumesFrom { get; set; }

    /// <summary>The driver of volumes that are made for it. The default is <c>local</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ArgumentCompleter(typeof(DriverCompleter))]
    public string? VolumeDriver { get; set; }

    /// <summary>Options for the storage of its file system, such as <c>size=10G</c>, or a hashtable.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public KeyValueOption[]? StorageOpt { get; set; }

    /// <summary>Its own file system can only be read; volumes can be written.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>The size of its <c>/dev/shm</c>. The default is 64 MB.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ByteSize? ShmSize { get; set; }

    /// <summary>Mounts the engine's socket at <c>/var/run/docker.sock</c>: whoever is in the container rules the engine. Logins to registries are not put into it.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter UseApiSocket { get; set; }

    private void AddStorage(ContainerSpecification specification)
    {
        specification.Volumes = Volume?.Select(Resolve).ToList();
        specification.Mounts = Mount?.Select(Resolve).ToList();
        specification.Tmpfs = Tmpfs;
        specification.VolumesFrom = VolumesFrom;
        specification.VolumeDriver = VolumeDriver;
        specification.StorageOptions = Map(StorageOpt);
        specification.ReadOnlyRootFileSystem = ReadOnly;
        specification.ShmSize = ShmSize?.Bytes;
        specification.UseApiSocket = UseApiSocket;
        if (StorageOpt?.FirstOrDefault(option => option.Value is null) is { } lacking)
        {
            throw SpecificationRules.Wrong($"-StorageOpt: '{lacking}' has no value: an option is key=value, such as size=10G.");
        }
    }

    // A relative folder begins where PowerShell is, which is seldom where its process is.
    private VolumeBinding Resolve(VolumeBinding binding) => binding.IsRelative
        ? binding.WithSource(SessionState.Path.GetUnresolvedProviderPathFromPSPath(binding.Source))
        : binding;

    private Mount Resolve(Mount mount) => mount.IsRelative
        ? mount.WithSource(SessionState.Path.GetUnresolvedProviderPathFromPSPath(mount.Source))
        : mount;
}
