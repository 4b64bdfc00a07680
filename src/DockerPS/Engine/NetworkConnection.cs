using System.Collections.Generic;
using System.Net;

namespace DockerPS.Engine;

/// <summary>How a container is connected to a network. What is null is left to the engine.</summary>
public sealed class NetworkConnection
{
    /// <summary>More names that the container answers to there.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Other containers that it knows by a name there.</summary>
    public IReadOnlyList<ContainerLink>? Links { get; init; }

    /// <summary>Its IPv4 address.</summary>
    public IPAddress? Ip { get; init; }

    /// <summary>Its IPv6 address.</summary>
    public IPAddress? Ip6 { get; init; }

    /// <summary>Its link-local addresses.</summary>
    public IReadOnlyList<IPAddress>? LinkLocalIps { get; init; }

    /// <summary>Its hardware address. From API 1.44.</summary>
    public MacAddress? MacAddress { get; init; }

    /// <summary>Options for the network's driver.</summary>
    public IReadOnlyDictionary<string, string>? DriverOptions { get; init; }

    /// <summary>Which network gives the default gateway: the one with the highest number. From API 1.48.</summary>
    public int? GatewayPriority { get; init; }
}
