using System;
using System.Collections.Generic;

namespace DockerPS;

/// <summary>A volume: a folder that the engine keeps for containers, and that stays when they go.</summary>
public sealed class ContainerVolume
{
    private const int AnonymousLength = 64;

    /// <summary>The name; a volume has no other id.</summary>
    public string Name { get; init; } = "";

    /// <summary>The driver that keeps it, such as <c>local</c>.</summary>
    public string Driver { get; init; } = "";

    /// <summary>Where it is on the engine's machine; empty where the driver does not say.</summary>
    public string Mountpoint { get; init; } = "";

    /// <summary>Whether it is on one machine, <c>local</c>, or on all of a swarm, <c>global</c>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>When it was made, in local time; null where the driver does not say.</summary>
    public DateTime? Created { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Container.NoLabels;

    /// <summary>The options that its driver was given.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = Container.NoLabels;

    /// <summary>The engine made the name up, for a container that asked for a volume without one.</summary>
    public bool Anonymous => Name.Length == AnonymousLength && Array.TrueForAll(Name.ToCharArray(), Uri.IsHexDigit);

    /// <summary>Bytes in it; null unless <c>-Size</c> asked for it, and where the driver can't say.</summary>
    public long? Size { get; init; }

    /// <summary>The names of the containers that have it mounted, running or not; null unless <c>-Users</c> asked for them.</summary>
    public string[]? Users { get; init; }

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The name, as the docker command takes it.</summary>
    public override string ToString() => Name;
}
