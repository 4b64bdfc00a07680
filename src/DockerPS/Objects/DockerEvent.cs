using System;
using System.Collections.Generic;
using System.Globalization;

namespace DockerPS;

/// <summary>Something that happened on an engine.</summary>
public sealed class DockerEvent
{
    /// <summary>When it happened, in local time.</summary>
    public DateTime Time { get; init; }

    /// <summary>When it happened, in nanoseconds since 1970: what <c>-Since</c> takes as <c>($e.TimeNano / 1e9)</c>.</summary>
    public long TimeNano { get; init; }

    /// <summary>What it happened to.</summary>
    public DockerEventType Type { get; init; }

    /// <summary>What it happened to, in the engine's own word.</summary>
    public string TypeText { get; init; } = "";

    /// <summary>What happened, such as <c>start</c>, <c>die</c>, <c>pull</c>, <c>connect</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>More of it: the command of an <c>exec_start</c>, the verdict of a <c>health_status</c>; empty for most.</summary>
    public string ActionDetail { get; init; } = "";

    /// <summary>The id of what it happened to.</summary>
    public string ActorId { get; init; } = "";

    /// <summary>The name of what it happened to; its id where the engine tells no name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The image of a container that it happened to; null for other things.</summary>
    public string? Image { get; init; }

    /// <summary>The exit code of a container that died, or of a command in it; null for all else.</summary>
    public int? ExitCode { get; init; }

    /// <summary>All that the engine tells of what it happened to, a container's labels too.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = Container.NoLabels;

    /// <summary>Whether it is one machine's, <c>local</c>, or a swarm's.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The engine it happened on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>As one line: time, type, action and name.</summary>
    public override string ToString() => string.Join(
        " ",
        Time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        TypeText,
        ActionDetail.Length > 0 ? Action + ": " + ActionDetail : Action,
        Name);
}
