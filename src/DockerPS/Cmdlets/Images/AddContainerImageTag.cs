using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Images;

/// <summary>Gives an image more names, as <c>docker image tag</c> does. A name that another image has moves to this one.</summary>
[Cmdlet(VerbsCommon.Add, "ContainerImageTag", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerImage))]
public sealed class AddContainerImageTag : ImageCmdlet
{
    /// <summary>The image: a name (without a tag it is <c>latest</c>), a digest, an id or its beginning, or an image object from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference Image { get; set; } = null!;

    /// <summary>The new names: <c>[registry[:port]/]repository[:tag]</c>. Without a tag it is <c>latest</c>.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference[] Tag { get; set; } = [];

    /// <summary>Writes the image under each new name.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in Find(Image))
        {
            foreach (var name in Tag)
            {
                if (name.IsId || name.Digest is not null)
                {
                    ThrowFailure(new DockerException(DockerError.InvalidArgument, $"{name} is no name to tag an image with: a tag takes the place of a digest or an id."), name.ToString());
                }

                var whole = name.WithDefaultTag();
                if (ShouldProcess(target.ToString(), $"Tag as {whole}"))
                {
                    Add(target, async (item, cancel) =>
                    {
                        await target.Images.TagAsync(target.Id, whole, cancel).ConfigureAwait(false);
                        if (PassThru && await ReadAsync(target.Engine, whole, cancel).ConfigureAwait(false) is { } tagged)
                        {
                            item.Write(tagged);
                        }
                    });
                }
            }
        }
    }
}
