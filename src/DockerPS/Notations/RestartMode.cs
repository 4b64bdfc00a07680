namespace DockerPS;

/// <summary>When the engine starts a container again after it ended.</summary>
public enum RestartMode
{
    /// <summary>Never: docker's <c>no</c>, the default.</summary>
    No,

    /// <summary>Always, and when the engine itself starts.</summary>
    Always,

    /// <summary>Always, except where it was stopped before the engine itself started.</summary>
    UnlessStopped,

    /// <summary>Where its exit code was not 0.</summary>
    OnFailure,
}
