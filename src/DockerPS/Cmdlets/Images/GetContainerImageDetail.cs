using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Images;

/// <summary>Gives all that the engine knows of images, as <c>docker image inspect</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerImageDetail")]
[OutputType(typeof(ContainerImageDetail))]
public sealed class GetContainerImageDetail : ImageCmdlet
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
                Add(target, async (item, cancel) => item.Write(await target.Images.InspectAsync(target.Id, cancel).ConfigureAwait(false)));
            }
        }
    }
}
