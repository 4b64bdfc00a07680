using System;

namespace DockerPS;

/// <summary>One line of a container's log.</summary>
public sealed class ContainerLogEntry
{
    /// <summary>Makes an entry.</summary>
    /// <param name="time">When it was written, in local time.</param>
    /// <param name="stream">Which output it was written to.</param>
    /// <param name="message">The line, without its end.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="engine">The container's engine.</param>
    public ContainerLogEntry(DateTime time, ContainerLogStream stream, string message, string container, string engine)
    {
        Time = time;
        Stream = stream;
        Message = message;
        Container = container;
        Engine = engine;
    }

    /// <summary>When it was written, in local time, to a tenth of a microsecond.</summary>
    public DateTime Time { get; }

    /// <summary>Which output it was written to.</summary>
    public ContainerLogStream Stream { get; }

    /// <summary>The line, without its end.</summary>
    public string Message { get; }

    /// <summary>The container's name.</summary>
    public string Container { get; }

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; }

    /// <summary>The message: so the entry acts as a line of text.</summary>
    public override string ToString() => Message;
}
