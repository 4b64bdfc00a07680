using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Takes containers out of a network, as <c>docker network disconnect</c> does.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ContainerNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class DisconnectContainerNetwork : NetworkLinkCmdlet
{
    /// <summary>Takes out what is left of a container that is gone or can't be reached, too.</summary>
    [Parameter]
    [Alias("f")]
    public SwitchParameter Force { get; set; }

    private protected override string Action(string network) => $"Disconnect from {network}";

    private protected override Task ActAsync(INetworkOperations networks, string network, string container, CancellationToken cancel) =>
        networks.DisconnectAsync(network, container, Force, cancel);
}
