namespace DockerPS.Engine;

/// <summary>How a container's own process is held on to.</summary>
public sealed class AttachSpecification
{
    /// <summary>The container has a terminal.</summary>
    public bool Tty { get; init; }

    /// <summary>Its standard input is written to.</summary>
    public bool Input { get; init; }

    /// <summary>It removes itself at its end.</summary>
    public bool Removed { get; init; }

    /// <summary>The keys at which the engine lets go; null for its own.</summary>
    public DetachKeys? DetachKeys { get; init; }
}
