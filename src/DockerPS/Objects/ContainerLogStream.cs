namespace DockerPS;

/// <summary>Which of a process's two outputs a log entry was written to.</summary>
public enum ContainerLogStream
{
    /// <summary>Standard output; everything of a container that has a terminal.</summary>
    StdOut = 1,

    /// <summary>Standard error.</summary>
    StdErr = 2,
}
