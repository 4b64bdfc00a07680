namespace DockerPS.Archives;

/// <summary>What stands at a path of this machine.</summary>
internal enum LocalKind
{
    File,
    Folder,
    Link,

    /// <summary>A device, a pipe, a socket.</summary>
    Special,
}
