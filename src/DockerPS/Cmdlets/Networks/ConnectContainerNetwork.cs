using System.Management.Automation;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Connects containers to a network, as <c>docker network connect</c> does; running ones at once, stopped ones when they start.</summary>
[Cmdlet(VerbsCommunications.Connect, "ContainerNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class ConnectContainerNetwork : NetworkLinkCmdlet
{
    /// <summary>More names that the containers answer to in this network.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Alias { get; set; }

    /// <summary>The container's IPv4 address there; the network must have been made with a <c>-Subnet</c>.</summary>
    [Parameter]
    [Address(Version = 4)]
    public IPAddress? Ip { get; set; }

    /// <summary>The container's IPv6 address there; the network must have been made with a <c>-Subnet</c>.</summary>
    [Parameter]
    [Address(Version = 6)]
    public IPAddress? Ip6 { get; set; }

    /// <summary>Link-local addresses of the container there.</summary>
    [Parameter]
    [Address]
    [ValidateNotNullOrEmpty]
    public IPAddress[]? LinkLocalIp { get; set; }

    /// <summary>The container's hardware address there, such as <c>92:d0:c6:0a:29:33</c>. From API 1.44.</summary>
    [Parameter]
    public MacAddress? MacAddress { get; set; }

    /// <summary>Other containers that they know by a name there: <c>container[:alias]</c>, or a hashtable such as <c>@{ postgres = 'db' }</c>.</summary>
    [Parameter]
    [Entries]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerLink[]? Link { get; set; }

    /// <summary>Options for the network's driver: <c>key=value</c>, or a hashtable.</summary>
    [Parameter]
    [Alias("DriverOpt")]
    [Entries]
    public KeyValueOption[]? DriverOption { get; set; }

    /// <summary>Which of a container's networks gives its default gateway: the one with the highest number. Without it 0. From API 1.48.</summary>
    [Parameter]
    [Alias("GwPriority")]
    public int? GatewayPriority { get; set; }

    private protected override string Action(string network) => $"Connect to {network}";

    private protected override Task ActAsync(INetworkOperations networks, string network, string container, CancellationToken cancel)
    {
        var connection = new NetworkConnection
        {
            Aliases = Alias,
            Links = Link,
            Ip = Ip,
            Ip6 = Ip6,
            LinkLocalIps = LinkLocalIp,
            MacAddress = MacAddress,
            DriverOptions = Options.Map(DriverOption),
            GatewayPriority = GatewayPriority,
        };
        return networks.ConnectAsync(network, container, connection, cancel);
    }
}
