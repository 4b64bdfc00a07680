using System;

namespace DockerPS.Engine;

/// <summary>Which part of the build cache may go.</summary>
public sealed class BuildCacheQuery
{
    /// <summary>Also what the builder keeps for itself and what images share.</summary>
    public bool All { get; init; }

    /// <summary>Bytes of cache that stay, the last used first; null for none.</summary>
    public long? KeepStorage { get; init; }

    /// <summary>Only what was last used longer ago than this; null for no such limit.</summary>
    public TimeSpan? OlderThan { get; init; }

    /// <summary>Only the piece with this id; null for all.</summary>
    public string? Id { get; init; }
}
