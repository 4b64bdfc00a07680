using System.Collections.Generic;

namespace DockerPS.Engine;

/// <content>What it sees of files.</content>
public sealed partial class ContainerSpecification
{
    /// <summary>Volumes and folders, their paths on this machine made absolute.</summary>
    public IReadOnlyList<VolumeBinding>? Volumes { get; set; }

    /// <summary>Mounts, their paths on this machine made absolute.</summary>
    public IReadOnlyList<Mount>? Mounts { get; set; }

    /// <summary>Folders in memory.</summary>
    public IReadOnlyList<TmpfsMount>? Tmpfs { get; set; }

    /// <summary>Containers whose volumes it has too, with <c>:ro</c> or <c>:rw</c> behind.</summary>
    public IReadOnlyList<string>? VolumesFrom { get; set; }

    /// <summary>The driver of volumes that are made for it.</summary>
    public string? VolumeDriver { get; set; }

    /// <summary>Options for the storage of its file system.</summary>
    public IReadOnlyDictionary<string, string>? StorageOptions { get; set; }

    /// <summary>Its own file system can only be read.</summary>
    public bool ReadOnlyRootFileSystem { get; set; }

    /// <summary>The size of <c>/dev/shm</c>, in bytes.</summary>
    public long? ShmSize { get; set; }

    /// <summary>The engine's socket is mounted into it.</summary>
    public bool UseApiSocket { get; set; }
}
