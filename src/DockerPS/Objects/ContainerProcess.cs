using System.Collections.Generic;

namespace DockerPS;

/// <summary>A process in a container, with its numbers on the engine's machine.</summary>
public sealed class ContainerProcess
{
    /// <summary>The container's name.</summary>
    public string Container { get; init; } = "";

    /// <summary>The user it runs as, by name or number.</summary>
    public string User { get; init; } = "";

    /// <summary>Its number on the engine's machine; null where the columns asked for lack it.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Its parent's number on the engine's machine; null where the columns asked for lack it.</summary>
    public int? ParentProcessId { get; init; }

    /// <summary>When it was started, in the words of <c>ps</c>: a time of today, or a day.</summary>
    public string? StartTime { get; init; }

    /// <summary>The terminal it has; null without one.</summary>
    public string? Terminal { get; init; }

    /// <summary>The processor time it has used; null where the columns asked for lack it.</summary>
    public System.TimeSpan? CpuTime { get; init; }

    /// <summary>The command with its arguments.</summary>
    public string Command { get; init; } = "";

    /// <summary>Every column that the engine gave, by its title.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = DockerPS.Container.NoLabels;

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The command.</summary>
    public override string ToString() => Command;
}
