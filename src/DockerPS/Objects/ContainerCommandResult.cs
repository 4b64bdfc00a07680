using System;

namespace DockerPS;

/// <summary>What came of a command in a container.</summary>
public sealed class ContainerCommandResult
{
    /// <summary>The code that it ended with; 0 says that all went well.</summary>
    public int ExitCode { get; init; }

    /// <summary>The lines of its standard output; with a terminal, of both.</summary>
    public string[] Output { get; init; } = [];

    /// <summary>The lines of its standard error.</summary>
    public string[] Error { get; init; } = [];

    /// <summary>How long it took, from the start to its end.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The container's name.</summary>
    public string Container { get; init; } = "";

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The standard output, a line each.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Output);
}
