namespace DockerPS;

/// <summary>What <c>Wait-Container</c> waits for.</summary>
public enum WaitCondition
{
    /// <summary>The container does not run: at once where it does not run already.</summary>
    NotRunning,

    /// <summary>The container ends the next time.</summary>
    NextExit,

    /// <summary>The container is gone.</summary>
    Removed,

    /// <summary>The container's process runs.</summary>
    Running,

    /// <summary>The container's health check is good.</summary>
    Healthy,

    /// <summary>A line of the container's log matches <c>-Pattern</c>.</summary>
    LogMatch,
}
