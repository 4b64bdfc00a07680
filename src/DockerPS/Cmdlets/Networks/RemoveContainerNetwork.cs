using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Removes networks, as <c>docker network rm</c> does. One that running containers are in stays, and is an error.</summary>
[Cmdlet(VerbsCommon.Remove, "ContainerNetwork", SupportsShouldProcess = true)]
public sealed class RemoveContainerNetwork : NetworkCmdlet
{
    /// <summary>The networks: names, ids, beginnings of ids, wildcards, or network objects from the pipeline. A wildcard that fits nothing is no error.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public ContainerNetworkReference[] Network { get; set; } = [];

    /// <summary>A network that is not there is no error.</summary>
    [Parameter]
    [Alias("f")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in Network.SelectMany(Find))
        {
            if (ShouldProcess(target.Description))
            {
                Add(target, (_, cancel) => RemoveAsync(target, cancel));
            }
        }
    }

    private protected override async Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel)
    {
        try
        {
            return await base.FindAsync(engine, reference, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (Force && failure.Error == DockerError.NetworkNotFound)
        {
            return [];
        }
    }

    private async Task RemoveAsync(Target target, CancellationToken cancel)
    {
        try
        {
            await target.Engine.Networks.RemoveAsync(target.Id, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (Force && failure.Error == DockerError.NetworkNotFound)
        {
            // It is gone, as was asked.
        }
    }
}
