using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>Which volumes are wanted, and what of them.</summary>
public sealed class VolumeQuery
{
    /// <summary>With the bytes in each, which the engine must measure.</summary>
    public bool Size { get; init; }

    /// <summary>With the containers that have each mounted.</summary>
    public bool Users { get; init; }

    /// <summary>The engine's filters, by its own names; values of one name are alternatives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filters { get; init; }
}
