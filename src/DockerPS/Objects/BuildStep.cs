using System.Collections.Generic;

namespace DockerPS;

/// <summary>The step of a build that failed: what it was and what it said.</summary>
public sealed class BuildStep
{
    /// <summary>The step, such as <c>[2/3] RUN make</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The exit code of its command; null where it was no command that failed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The last lines of its output.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
