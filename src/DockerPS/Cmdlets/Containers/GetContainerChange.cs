using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Lists the files that containers have changed, added or deleted, as <c>docker container diff</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerChange")]
[OutputType(typeof(ContainerChange))]
public sealed class GetContainerChange : ContainerCmdlet
{
    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                Add(target, async (item, cancel) =>
                {
                    foreach (var change in await target.Containers.ChangesAsync(target.Id, target.Name, cancel).ConfigureAwait(false))
                    {
                        item.Write(change);
                    }
                });
            }
        }
    }
}
