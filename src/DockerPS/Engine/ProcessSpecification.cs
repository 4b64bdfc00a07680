using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>A process to be started in a container that runs. What is null is left to the container.</summary>
public sealed class ProcessSpecification
{
    /// <summary>The command with its arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Environment, as <c>NAME=value</c>, beside the container's own.</summary>
    public IReadOnlyList<string>? Env { get; init; }

    /// <summary>The user it runs as.</summary>
    public string? User { get; init; }

    /// <summary>The folder it starts in.</summary>
    public string? Workdir { get; init; }

    /// <summary>All rights of the host.</summary>
    public bool Privileged { get; init; }

    /// <summary>A terminal.</summary>
    public bool Tty { get; init; }

    /// <summary>Its standard input is written to; else it is empty.</summary>
    public bool Input { get; init; }

    /// <summary>The rows and columns of the terminal at its start; null for the engine's own. Engines before API 1.42 hear of them later only.</summary>
    public (int Rows, int Columns)? Size { get; init; }

    /// <summary>The keys at which the engine lets go of it; null for its own.</summary>
    public DetachKeys? DetachKeys { get; init; }

    /// <summary>Nobody listens: it is started and left to itself.</summary>
    public bool Detach { get; init; }
}
