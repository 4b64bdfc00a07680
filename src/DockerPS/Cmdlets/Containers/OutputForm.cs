namespace DockerPS.Cmdlets.Containers;

/// <summary>In which form a command's output is written.</summary>
internal enum OutputForm
{
    /// <summary>Lines of text as they come.</summary>
    Lines,

    /// <summary>Bytes as they come.</summary>
    Bytes,

    /// <summary>One object when the command has ended.</summary>
    Result,

    /// <summary>Objects that a script in the container has written, as they come.</summary>
    Objects,
}
