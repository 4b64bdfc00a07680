namespace DockerPS;

/// <summary>When an image is pulled before a container is made of it.</summary>
public enum PullPolicy
{
    /// <summary>When the engine does not have it.</summary>
    Missing,

    /// <summary>Always: the registry may have a newer one.</summary>
    Always,

    /// <summary>Never: an image that is not there is an error.</summary>
    Never,
}
