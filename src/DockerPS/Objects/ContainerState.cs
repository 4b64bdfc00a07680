namespace DockerPS;

/// <summary>The state of a container's process.</summary>
public enum ContainerState
{
    /// <summary>A state that this version of DockerPS does not know; <c>StateText</c> has the engine's word.</summary>
    Unknown,

    /// <summary>Created, never started.</summary>
    Created,

    /// <summary>Its process runs.</summary>
    Running,

    /// <summary>Its processes are frozen.</summary>
    Paused,

    /// <summary>The engine is about to start it again.</summary>
    Restarting,

    /// <summary>The engine is removing it.</summary>
    Removing,

    /// <summary>Its process has ended.</summary>
    Exited,

    /// <summary>It could not be removed whole.</summary>
    Dead,

    /// <summary>It is gone: only in the answer of a wait for that.</summary>
    Removed,
}
