namespace DockerPS;

/// <summary>What is mounted into a container.</summary>
public enum MountType
{
    /// <summary>A volume: docker's <c>volume</c>, the default.</summary>
    Volume,

    /// <summary>A file or folder of the engine's machine: <c>bind</c>.</summary>
    Bind,

    /// <summary>Memory: <c>tmpfs</c>.</summary>
    Tmpfs,

    /// <summary>What is in an image, read-only: <c>image</c>.</summary>
    Image,

    /// <summary>A named pipe of Windows: <c>npipe</c>.</summary>
    Npipe,

    /// <summary>A volume of the swarm: <c>cluster</c>.</summary>
    Cluster,
}
