using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>The processes in a container, as <c>ps</c> prints them.</summary>
public sealed class ProcessTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="titles">The columns' titles.</param>
    /// <param name="rows">A row a process.</param>
    public ProcessTable(IReadOnlyList<string> titles, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Titles = titles;
        Rows = rows;
    }

    /// <summary>The columns' titles.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>A row a process.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }
}
