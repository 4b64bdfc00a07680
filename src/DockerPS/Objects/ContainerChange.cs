namespace DockerPS;

/// <summary>A file that differs between a container and its image.</summary>
public sealed class ContainerChange
{
    /// <summary>The container's name.</summary>
    public string Container { get; init; } = "";

    /// <summary>What happened to it.</summary>
    public ContainerChangeKind Kind { get; init; }

    /// <summary>Its path in the container.</summary>
    public string Path { get; init; } = "";

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
