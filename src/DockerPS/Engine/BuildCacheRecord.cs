using System;

namespace DockerPS.Engine;

/// <summary>A piece of the build cache.</summary>
public sealed class BuildCacheRecord
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is, in the engine's words: regular, internal, frontend, source.local, source.git.checkout, exec.cachemount.</summary>
    public string Type { get; init; } = "";

    /// <summary>A build uses it.</summary>
    public bool InUse { get; init; }

    /// <summary>Images share it: its bytes would not come free.</summary>
    public bool Shared { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>When a build last used it; null where none did.</summary>
    public DateTime? LastUsed { get; init; }
}
