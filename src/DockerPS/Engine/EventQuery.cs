using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>Which events are wanted.</summary>
public sealed class EventQuery
{
    /// <summary>Unix seconds with fraction: only what is not older; null for all that the engine still has, or, when followed, for what comes.</summary>
    public string? Since { get; init; }

    /// <summary>Unix seconds with fraction: only what is older; null for up to now, or, when followed, for no end.</summary>
    public string? Until { get; init; }

    /// <summary>Goes on with what comes, and over a restart of the engine.</summary>
    public bool Follow { get; init; }

    /// <summary>The engine's filters, by its own names; values of one name are alternatives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filters { get; init; }
}
