using System.Management.Automation;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Makes networks, as <c>docker network create</c> does.</summary>
[Cmdlet(VerbsCommon.New, "ContainerNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerNetwork))]
public sealed class NewContainerNetwork : EngineCmdlet
{
    /// <summary>The network's name. Several names make several networks.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Network")]
    [TypedText]
    public NewName[] Name { get; set; } = [];

    /// <summary>The driver; without it <c>bridge</c>.</summary>
    [Parameter]
    [Alias("d")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DriverCompleter))]
    public string? Driver { get; set; }

    /// <summary>The addresses that it has to give, such as <c>172.30.0.0/16</c>; several, where they don't overlap. Without it the engine picks.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public AddressRange[]? Subnet { get; set; }

    /// <summary>The part of a subnet that containers get their addresses from, such as <c>172.30.5.0/24</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public AddressRange[]? IpRange { get; set; }

    /// <summary>The way out of a subnet: an address in it.</summary>
    [Parameter]
    [Address]
    [ValidateNotNullOrEmpty]
    public IPAddress[]? Gateway { get; set; }

    /// <summary>Addresses of a subnet that something else has, and containers don't get: <c>router=172.30.1.5</c>, or a hashtable such as <c>@{ router = '172.30.1.5' }</c>.</summary>
    [Parameter]
    [Entries]
    public AuxiliaryAddress[]? AuxAddress { get; set; }

    /// <summary>Who gives the addresses; without it <c>default</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IpamDriver { get; set; }

    /// <summary>Options for who gives the addresses: <c>key=value</c>, or a hashtable.</summary>
    [Parameter]
    [Alias("IpamOpt")]
    [Entries]
    public KeyValueOption[]? IpamOption { get; set; }

    /// <summary>With IPv4 addresses, as without this parameter; <c>-Ipv4:$false</c> takes them away. From Docker 28.</summary>
    [Parameter]
    public SwitchParameter Ipv4 { get; set; } = true;

    /// <summary>With IPv6 addresses too.</summary>
    [Parameter]
    public SwitchParameter Ipv6 { get; set; }

    /// <summary>Nothing outside is reached from it.</summary>
    [Parameter]
    public SwitchParameter Internal { get; set; }

    /// <summary>Containers that are no part of a service may join it, though it is the swarm's.</summary>
    [Parameter]
    public SwitchParameter Attachable { get; set; }

    /// <summary>Makes it the network through which the swarm's published ports come in.</summary>
    [Parameter]
    public SwitchParameter Ingress { get; set; }

    /// <summary>How far it reaches: <c>local</c>, <c>swarm</c> or <c>global</c>; without it as far as its driver does.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Scope { get; set; }

    /// <summary>Makes only settings, which other networks take with <c>-ConfigFrom</c>.</summary>
    [Parameter]
    public SwitchParameter ConfigOnly { get; set; }

    /// <summary>The network whose settings it takes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ConfigFrom { get; set; }

    /// <summary>Options for the driver: <c>key=value</c>, or a hashtable such as <c>@{ 'com.docker.network.driver.mtu' = 1400 }</c>.</summary>
    [Parameter]
    [Alias("Opt", "o")]
    [Entries]
    public KeyValueOption[]? Option { get; set; }

    /// <summary>Labels: <c>key=value</c>, <c>key</c>, or a hashtable.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            var specification = Specification(name.ToString());
            foreach (var engine in Engines)
            {
                if (ShouldProcess(specification.Name))
                {
                    Work.Add(specification.Name, (item, cancel) => MakeAsync(engine, specification, item, cancel));
                }
            }
        }
    }

    private static async Task MakeAsync(IDockerEngine engine, NetworkSpecification specification, WorkItem item, CancellationToken cancel)
    {
        var made = await engine.Networks.CreateAsync(specification, cancel).ConfigureAwait(false);
        if (made.Warning is not null)
        {
            item.Warn(made.Warning);
        }

        item.Write(made.Network);
    }

    private NetworkSpecification Specification(string name)
    {
        try
        {
            return new NetworkSpecification
            {
                Name = name,
                Driver = Driver,
                Scope = Scope,
                IpamDriver = IpamDriver,
                IpamOptions = Options.Map(IpamOption),
                Pools = AddressPools.Of(Subnet, IpRange, Gateway, AuxAddress),
                IPv4 = Given(nameof(Ipv4), Ipv4),
                IPv6 = Given(nameof(Ipv6), Ipv6),
                Internal = Internal,
                Attachable = Attachable,
                Ingress = Ingress,
                ConfigOnly = ConfigOnly,
                ConfigFrom = ConfigFrom,
                Options = Options.Map(Option),
                Labels = Options.Map(Label),
            };
        }
        catch (DockerException failure)
        {
            ThrowFailure(failure, name);
            throw;
        }
    }

    // A switch that is false is something else than none, where the engine has a default of its own.
    private bool? Given(string parameter, SwitchParameter value) => MyInvocation.BoundParameters.ContainsKey(parameter) ? value.IsPresent : null;
}
