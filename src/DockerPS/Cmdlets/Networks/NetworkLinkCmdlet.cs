using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Containers;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>A cmdlet that joins containers to a network, or takes them out of it. The network is looked for on each container's own engine.</summary>
public abstract class NetworkLinkCmdlet : ContainerCmdlet
{
    private readonly Dictionary<IDockerEngine, IReadOnlyList<Target>?> _networks = [];

    private protected NetworkLinkCmdlet()
    {
    }

    /// <summary>The network, on the containers' engine: a name, an id, the beginning of an id, a wildcard, or a network object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [TypedText]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public ContainerNetworkReference Network { get; set; } = null!;

    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>Writes each container as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What is done to the container, for the question to the user.</summary>
    private protected abstract string Action(string network);

    /// <summary>Does it.</summary>
    private protected abstract Task ActAsync(INetworkOperations networks, string network, string container, CancellationToken cancel);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in Container.SelectMany(Find))
        {
            foreach (var network in NetworksOn(target.Engine))
            {
                if (ShouldProcess(target.Description, Action(network.Name)))
                {
                    Add(target, (item, cancel) => WorkAsync(item, target, network, cancel));
                }
            }
        }
    }

    private async Task WorkAsync(WorkItem item, ContainerTarget target, Target network, CancellationToken cancel)
    {
        try
        {
            await ActAsync(target.Engine.Networks, network.Id, target.Id, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Naming(network.Id, network.Name) is var named && named != failure && failure.Message.Contains(network.Id))
        {
            throw named;
        }

        if (PassThru && await target.ReadAsync(cancel).ConfigureAwait(false) is { } container)
        {
            item.Write(container);
        }
    }

    // Once for each engine; a network that is not there is one error an engine.
    private IReadOnlyList<Target> NetworksOn(IDockerEngine engine)
    {
        if (!_networks.TryGetValue(engine, out var found))
        {
            found = Look(engine);
            _networks.Add(engine, found);
        }

        return found ?? [];
    }

    private IReadOnlyList<Target>? Look(IDockerEngine engine)
    {
        try
        {
            return Network.Engine is { } own && EngineOf(own).Endpoint.Address != engine.Endpoint.Address
                ? throw new DockerException(DockerError.EngineMismatch, $"The network {Network} is on the engine {own}, the container on {engine.Endpoint.Name}.")
                : Await(cancel => NetworkFinder.FindAsync(engine, Network, cancel));
        }
        catch (DockerException failure)
        {
            Work.AddFailure(Network.ToString(), failure);
            return null;
        }
    }
}
