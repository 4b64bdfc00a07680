namespace DockerPS;

/// <summary>A folder, volume or memory that is mounted in a container.</summary>
public sealed class ContainerMount
{
    /// <summary>The kind: <c>bind</c>, <c>volume</c>, <c>tmpfs</c>, <c>npipe</c>, <c>image</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The volume's name; null for other kinds.</summary>
    public string? Name { get; init; }

    /// <summary>Where it comes from on the engine's machine.</summary>
    public string? Source { get; init; }

    /// <summary>Where it stands in the container.</summary>
    public string Destination { get; init; } = "";

    /// <summary>The volume's driver; null for other kinds.</summary>
    public string? Driver { get; init; }

    /// <summary>The container may write to it.</summary>
    public bool Writable { get; init; }

    /// <summary>How mounts below spread between host and container; empty where that means nothing.</summary>
    public string? Propagation { get; init; }

    /// <summary>Source and destination, as <c>docker run --volume</c> takes them.</summary>
    public override string ToString() =>
        (Name ?? Source) is { Length: > 0 } from ? from + ":" + Destination + (Writable ? "" : ":ro") : Destination;
}
