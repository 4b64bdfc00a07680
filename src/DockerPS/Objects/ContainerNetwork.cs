using System;
using System.Collections.Generic;

namespace DockerPS;

/// <summary>A network, as a list shows it.</summary>
public sealed class ContainerNetwork
{
    /// <summary>The full id.</summary>
    public string NetworkId { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The driver, such as <c>bridge</c> or <c>overlay</c>.</summary>
    public string Driver { get; init; } = "";

    /// <summary>How far it reaches: <c>local</c>, <c>swarm</c> or <c>global</c>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>When it was made, in local time.</summary>
    public DateTime Created { get; init; }

    /// <summary>The addresses that it has to give.</summary>
    public AddressPool[] Pools { get; init; } = [];

    /// <summary>Who gives the addresses, such as <c>default</c>.</summary>
    public string IpamDriver { get; init; } = "";

    /// <summary>It has IPv4 addresses; true on engines before Docker 28, where every network has.</summary>
    public bool IPv4 { get; init; }

    /// <summary>It has IPv6 addresses.</summary>
    public bool IPv6 { get; init; }

    /// <summary>Nothing outside is reached from it.</summary>
    public bool Internal { get; init; }

    /// <summary>Containers that are no part of a service may join it, though it is the swarm's.</summary>
    public bool Attachable { get; init; }

    /// <summary>It is the one through which a swarm's published ports come in.</summary>
    public bool Ingress { get; init; }

    /// <summary>It is only settings for other networks.</summary>
    public bool ConfigOnly { get; init; }

    /// <summary>The engine made it by itself, and it can't be removed: <c>bridge</c>, <c>host</c>, <c>none</c>.</summary>
    public bool Predefined => Name is "bridge" or "host" or "none" or "nat" or "default" || Ingress;

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Container.NoLabels;

    /// <summary>The options that its driver was given.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = Container.NoLabels;

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The name, as the docker command takes it.</summary>
    public override string ToString() => Name.Length > 0 ? Name : NetworkId;
}
