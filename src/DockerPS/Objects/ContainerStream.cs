namespace DockerPS;

/// <summary>A stream of a container's process.</summary>
public enum ContainerStream
{
    /// <summary>What it reads.</summary>
    Stdin,

    /// <summary>What it writes.</summary>
    Stdout,

    /// <summary>What it complains.</summary>
    Stderr,
}
