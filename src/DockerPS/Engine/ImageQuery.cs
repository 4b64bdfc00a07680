using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>Which images are wanted.</summary>
public sealed class ImageQuery
{
    /// <summary>Intermediate images too.</summary>
    public bool All { get; init; }

    /// <summary>The engine's filters, by its own names; values of one name are alternatives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filters { get; init; }
}
