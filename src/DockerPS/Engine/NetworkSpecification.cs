using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>A network that is to be made. What is null is left to the engine.</summary>
public sealed class NetworkSpecification
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The driver.</summary>
    public string? Driver { get; init; }

    /// <summary>How far it reaches: local, swarm or global.</summary>
    public string? Scope { get; init; }

    /// <summary>Who gives the addresses.</summary>
    public string? IpamDriver { get; init; }

    /// <summary>Options for who gives the addresses.</summary>
    public IReadOnlyDictionary<string, string>? IpamOptions { get; init; }

    /// <summary>The addresses that it has to give.</summary>
    public IReadOnlyList<AddressPool> Pools { get; init; } = [];

    /// <summary>It has IPv4 addresses. From API 1.48 where it is said.</summary>
    public bool? IPv4 { get; init; }

    /// <summary>It has IPv6 addresses.</summary>
    public bool? IPv6 { get; init; }

    /// <summary>Nothing outside is reached from it.</summary>
    public bool Internal { get; init; }

    /// <summary>Containers that are no part of a service may join it.</summary>
    public bool Attachable { get; init; }

    /// <summary>It is the one through which a swarm's published ports come in.</summary>
    public bool Ingress { get; init; }

    /// <summary>It is only settings for other networks.</summary>
    public bool ConfigOnly { get; init; }

    /// <summary>The network that its settings come from.</summary>
    public string? ConfigFrom { get; init; }

    /// <summary>Options for the driver.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
