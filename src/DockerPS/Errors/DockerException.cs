using System;

namespace DockerPS;

/// <summary>A failure of an engine, a connection or a request, with a stable id.</summary>
public sealed class DockerException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="message">The engine's own message, or ours, for the user.</param>
    /// <param name="inner">The failure below, if there is one.</param>
    public DockerException(DockerError error, string message, Exception? inner = null)
        : base(message, inner) => Error = error;

    /// <summary>The same failure in words that name the thing as the user does: the engine repeats the id that it was asked with, or names nothing.</summary>
    /// <param name="id">The thing's full id.</param>
    /// <param name="name">Its name.</param>
    public DockerException Naming(string id, string name)
    {
        // What did not come from the engine names the thing already, or is about the engine.
        var message = id == name ? Message
            : Message.Contains(id) ? Message.Replace(id, name)
            : StatusCode is null || Message.Contains(name) ? Message
            : name + ": " + Message;
        return message == Message ? this : new DockerException(Error, message, this) { StatusCode = StatusCode, Engine = Engine, Remedy = Remedy, ExitCode = ExitCode, BuildStep = BuildStep };
    }

    /// <summary>What went wrong, as a stable name.</summary>
    public DockerError Error { get; }

    /// <summary>The HTTP status that the engine answered with; null where it did not answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The engine: a context's name or the endpoint's URI; null where none was reached for.</summary>
    public string? Engine { get; init; }

    /// <summary>What would mend it, for the user; null where there is no common remedy.</summary>
    public string? Remedy { get; init; }

    /// <summary>The exit code of a command that failed; null for all other failures.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The step of a build that failed; null for all other failures.</summary>
    public BuildStep? BuildStep { get; init; }
}
