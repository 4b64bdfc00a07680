using System;

namespace DockerPS;

/// <summary>What a subscriber of an engine's events gets: <c>$EventArgs</c> in an action.</summary>
public sealed class DockerEventArgs : EventArgs
{
    internal DockerEventArgs(DockerEvent dockerEvent) => Event = dockerEvent;

    /// <summary>What happened.</summary>
    public DockerEvent Event { get; }
}
