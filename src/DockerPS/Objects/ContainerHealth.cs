namespace DockerPS;

/// <summary>What a container's health check says.</summary>
public enum ContainerHealth
{
    /// <summary>A word that this version of DockerPS does not know.</summary>
    Unknown,

    /// <summary>The container has no health check, or does not run.</summary>
    None,

    /// <summary>The check has not given a verdict yet.</summary>
    Starting,

    /// <summary>The last check was good.</summary>
    Healthy,

    /// <summary>So many checks in a row were bad that the engine calls it unhealthy.</summary>
    Unhealthy,
}
