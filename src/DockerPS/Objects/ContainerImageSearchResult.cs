namespace DockerPS;

/// <summary>A repository that a search in a registry found.</summary>
public sealed class ContainerImageSearchResult
{
    /// <summary>The repository's name, with its registry where that is not Docker Hub.</summary>
    public string Name { get; init; } = "";

    /// <summary>What its owner says of it.</summary>
    public string Description { get; init; } = "";

    /// <summary>How many users like it.</summary>
    public int Stars { get; init; }

    /// <summary>The registry's keepers vouch for it.</summary>
    public bool IsOfficial { get; init; }

    /// <summary>The engine that searched: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The name, as the docker command takes it.</summary>
    public override string ToString() => Name;
}
