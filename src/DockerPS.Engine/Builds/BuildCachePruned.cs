namespace DockerPS.Builds;

/// <summary>The answer to <c>POST /build/prune</c>.</summary>
internal sealed class BuildCachePruned
{
    public string[]? CachesDeleted { get; set; }

    public long SpaceReclaimed { get; set; }
}
