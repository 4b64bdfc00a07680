namespace DockerPS;

/// <summary>What a container did to a file of its image.</summary>
public enum ContainerChangeKind
{
    /// <summary>A kind that this version of DockerPS does not know.</summary>
    Unknown,

    /// <summary>The file was changed, or something in the folder.</summary>
    Modified,

    /// <summary>The file is new.</summary>
    Added,

    /// <summary>The file is gone.</summary>
    Deleted,
}
