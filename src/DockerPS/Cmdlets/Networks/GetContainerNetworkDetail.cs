using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Gives all that the engine knows of networks, as <c>docker network inspect</c> does: who is connected, and the addresses.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerNetworkDetail")]
[OutputType(typeof(ContainerNetworkDetail))]
public sealed class GetContainerNetworkDetail : NetworkCmdlet
{
    /// <summary>The networks: names, ids, beginnings of ids, wildcards, or network objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public ContainerNetworkReference[] Network { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in Network.SelectMany(Find))
        {
            Add(target, async (item, cancel) => item.Write(await target.Engine.Networks.InspectAsync(target.Id, cancel).ConfigureAwait(false)));
        }
    }
}
