using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>Which containers are wanted.</summary>
public sealed class ContainerQuery
{
    /// <summary>Those that do not run too.</summary>
    public bool All { get; init; }

    /// <summary>Only so many, the last created; null for all.</summary>
    public int? Last { get; init; }

    /// <summary>With sizes, which the engine must measure.</summary>
    public bool Size { get; init; }

    /// <summary>The engine's filters, by its own names; values of one name are alternatives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filters { get; init; }
}
