using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <content>How the container is reached, and what it reaches.</content>
public abstract partial class ContainerCreateCmdlet
{
    /// <summary>Ports to publish: <c>[ip:][hostPort:]containerPort[/protocol]</c>, ranges too, or a hashtable such as <c>@{ 8080 = 80 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("p")]
    [PortMappings]
    public PortMapping[]? Publish { get; set; }

    /// <summary>Publishes all exposed ports, those of the image too, on free ports of the host.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter PublishAll { get; set; }

    /// <summary>Ports that it listens on, without publishing them: <c>80</c>, <c>6000-6010/udp</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public ExposedPort[]? Expose { get; set; }

    /// <summary>Networks: a name, <c>host</c>, <c>none</c>, <c>container:name</c>, or <c>name=..,alias=..,ip=..</c>. The options below are about the first one.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("Net")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public NetworkAttachment[]? Network { get; set; }

    /// <summary>More names that it answers to on its first network, which must be one that a user made.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("NetAlias")]
    [ValidateNotNullOrEmpty]
    public string[]? NetworkAlias { get; set; }

    /// <summary>Its IPv4 address on its first network.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Address(Version = 4)]
    public IPAddress? Ip { get; set; }

    /// <summary>Its IPv6 address on its first network.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Address(Version = 6)]
    public IPAddress? Ip6 { get; set; }

    /// <summary>Its link-local addresses on its first network.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Address]
    [ValidateNotNullOrEmpty]
    public IPAddress[]? LinkLocalIp { get; set; }

    /// <summary>Its hardware address on its first network, such as <c>92:d0:c6:0a:29:33</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public MacAddress? MacAddress { get; set; }

    /// <summary>Other containers on the default network that it knows by a name: <c>container[:alias]</c>, or a hashtable such as <c>@{ postgres = 'db' }</c>. On networks that users made names are known without it.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerLink[]? Link { get; set; }

    /// <summary>Its own host name; without it the beginning of its id.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? Hostname { get; set; }

    /// <summary>Its domain.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? Domainname { get; set; }

    /// <summary>Name servers, in place of the engine's.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Address]
    [ValidateNotNullOrEmpty]
    public IPAddress[]? Dns { get; set; }

    /// <summary>Options of the resolver, such as <c>ndots:2</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("DnsOpt")]
    [ValidateNotNullOrEmpty]
    public string[]? DnsOption { get; set; }

    /// <summary>Domains that short names are looked up in; a lone point for none.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [DnsDomain]
    public string[]? DnsSearch { get; set; }

    /// <summary>Lines for its hosts file: <c>host:ip</c>, <c>host:host-gateway</c> for the engine's machine, or a hashtable such as <c>@{ db = '10.0.0.5' }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [HostEntries]
    public HostEntry[]? AddHost { get; set; }

    private void AddNetwork(ContainerSpecification specification)
    {
        specification.Publish = Publish;
        specification.PublishAll = PublishAll;
        specification.Expose = Expose;
        specification.Networks = Network;
        specification.NetworkAliases = NetworkAlias;
        specification.Ip = Ip;
        specification.Ip6 = Ip6;
        specification.LinkLocalIps = LinkLocalIp;
        specification.MacAddress = MacAddress;
        specification.Links = Link;
        specification.Hostname = Hostname;
        specification.Domainname = Domainname;
        specification.Dns = Dns;
        specification.DnsOptions = DnsOption;
        specification.DnsSearch = DnsSearch is null ? null : Array.ConvertAll(DnsSearch, domain => domain.Length > 1 ? domain.Trim().TrimEnd('.') : domain);
        specification.ExtraHosts = AddHost;
        if (Dns?.FirstOrDefault(IPAddress.IsLoopback) is { } own)
        {
            WriteWarning($"The name server {own} is the container itself, and may not answer there.");
        }
    }
}
