namespace DockerPS;

/// <summary>What becomes of the mounts below a folder that is bound into a container.</summary>
public enum BindRecursion
{
    /// <summary>They come along, read-only with it where the kernel can: the default.</summary>
    Enabled,

    /// <summary>They don't come along.</summary>
    Disabled,

    /// <summary>They come along and stay writable, though the folder is read-only.</summary>
    Writable,

    /// <summary>They come along read-only, or it is an error.</summary>
    ReadOnly,
}
