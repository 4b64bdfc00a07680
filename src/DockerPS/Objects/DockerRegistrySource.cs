namespace DockerPS;

/// <summary>Where the login to a registry is kept.</summary>
public enum DockerRegistrySource
{
    /// <summary>In this session only.</summary>
    Session,

    /// <summary>In the docker command's <c>config.json</c>.</summary>
    File,

    /// <summary>With a helper that the docker command's <c>config.json</c> names, or that is the platform's own.</summary>
    Helper,
}
