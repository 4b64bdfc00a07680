namespace DockerPS;

/// <summary>What a clearing of an engine's build cache removed.</summary>
public sealed class ClearedBuildCache
{
    /// <summary>How many pieces of cache went.</summary>
    public int Count => Deleted.Length;

    /// <summary>Bytes that are free again.</summary>
    public long SpaceReclaimed { get; init; }

    /// <summary>The ids of what went.</summary>
    public string[] Deleted { get; init; } = [];

    /// <summary>The engine it was on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";
}
