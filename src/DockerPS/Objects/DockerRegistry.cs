namespace DockerPS;

/// <summary>A registry that there is a login for. The secret is not in it.</summary>
public sealed class DockerRegistry
{
    /// <summary>The registry: host and port, <c>docker.io</c> for Docker Hub.</summary>
    public string Registry { get; init; } = "";

    /// <summary>The user; empty where the registry gave a token instead.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Where the login is kept.</summary>
    public DockerRegistrySource Source { get; init; }

    /// <summary>The name of the helper that keeps it, such as <c>wincred</c> or <c>pass</c>; null without one.</summary>
    public string? Helper { get; init; }

    /// <summary>The registry's name.</summary>
    public override string ToString() => Registry;
}
