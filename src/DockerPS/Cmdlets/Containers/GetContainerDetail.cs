using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Gives all that the engine knows of containers, as <c>docker container inspect</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerDetail")]
[OutputType(typeof(ContainerDetail))]
public sealed class GetContainerDetail : ContainerCmdlet
{
    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>With the bytes that each container takes, which the engine must measure first.</summary>
    [Parameter]
    public SwitchParameter Size { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                Add(target, async (item, cancel) => item.Write(await target.Containers.InspectAsync(target.Id, Size, cancel).ConfigureAwait(false)));
            }
        }
    }
}
