using System.Collections.Generic;
using System.Net;

namespace DockerPS.Engine;

/// <content>How it is reached, and what it reaches.</content>
public sealed partial class ContainerSpecification
{
    /// <summary>Published ports.</summary>
    public IReadOnlyList<PortMapping>? Publish { get; set; }

    /// <summary>All exposed ports are published on free ports of the host.</summary>
    public bool PublishAll { get; set; }

    /// <summary>Ports it listens on, without publishing them.</summary>
    public IReadOnlyList<ExposedPort>? Expose { get; set; }

    /// <summary>Networks to join; the first is the one that the container starts in.</summary>
    public IReadOnlyList<NetworkAttachment>? Networks { get; set; }

    /// <summary>More names on its first network.</summary>
    public IReadOnlyList<string>? NetworkAliases { get; set; }

    /// <summary>Its IPv4 address on its first network.</summary>
    public IPAddress? Ip { get; set; }

    /// <summary>Its IPv6 address on its first network.</summary>
    public IPAddress? Ip6 { get; set; }

    /// <summary>Its link-local addresses on its first network.</summary>
    public IReadOnlyList<IPAddress>? LinkLocalIps { get; set; }

    /// <summary>Its hardware address on its first network.</summary>
    public MacAddress? MacAddress { get; set; }

    /// <summary>Other containers that it knows by a name.</summary>
    public IReadOnlyList<ContainerLink>? Links { get; set; }

    /// <summary>Its own name.</summary>
    public string? Hostname { get; set; }

    /// <summary>Its domain.</summary>
    public string? Domainname { get; set; }

    /// <summary>Name servers.</summary>
    public IReadOnlyList<IPAddress>? Dns { get; set; }

    /// <summary>Options of the resolver.</summary>
    public IReadOnlyList<string>? DnsOptions { get; set; }

    /// <summary>Domains that short names are looked up in.</summary>
    public IReadOnlyList<string>? DnsSearch { get; set; }

    /// <summary>Lines for its hosts file.</summary>
    public IReadOnlyList<HostEntry>? ExtraHosts { get; set; }
}
