namespace DockerPS;

/// <summary>A tag of a repository, as its registry lists it. It pipes into <c>Install-ContainerImage</c>.</summary>
public sealed class ContainerImageTag
{
    /// <summary>The repository, with its registry where that is not Docker Hub.</summary>
    public string Repository { get; init; } = "";

    /// <summary>The tag.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The repository with the tag.</summary>
    public string Name => ToString();

    /// <summary>The registry: host and port, <c>docker.io</c> for Docker Hub.</summary>
    public string Registry { get; init; } = "";

    /// <summary>The name, as the docker command takes it.</summary>
    public override string ToString() => Repository + ":" + Tag;
}
