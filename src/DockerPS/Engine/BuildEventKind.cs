namespace DockerPS.Engine;

/// <summary>The kinds of things that happen in a build.</summary>
public enum BuildEventKind
{
    /// <summary>The context is on its way to the engine.</summary>
    Sending,

    /// <summary>A base image is on its way to the engine.</summary>
    Pulling,

    /// <summary>A step began.</summary>
    Started,

    /// <summary>A step's result was in the cache.</summary>
    Cached,

    /// <summary>A step ended.</summary>
    Completed,

    /// <summary>A step wrote a line.</summary>
    Log,

    /// <summary>The builder warns of something.</summary>
    Warning,
}
