using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Images;

/// <summary>Gives the steps that made images, the last one first, as <c>docker image history</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerImageHistory")]
[OutputType(typeof(ContainerImageLayer))]
public sealed class GetContainerImageHistory : ImageCmdlet
{
    /// <summary>The images: names (without a tag it is <c>latest</c>), digests, ids or their beginnings, wildcards, or image objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference[] Image { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Image)
        {
            foreach (var target in Find(reference))
            {
                Add(target, async (item, cancel) =>
                {
                    foreach (var step in await target.Images.HistoryAsync(target.Id, target.Name, cancel).ConfigureAwait(false))
                    {
                        item.Write(step);
                    }
                });
            }
        }
    }
}
