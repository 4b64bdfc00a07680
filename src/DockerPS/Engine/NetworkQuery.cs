using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>Which networks are wanted.</summary>
public sealed class NetworkQuery
{
    /// <summary>Only those that no container is in, running or not, and that can be removed.</summary>
    public bool Unused { get; init; }

    /// <summary>The engine's filters, by its own names; values of one name are alternatives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filters { get; init; }
}
