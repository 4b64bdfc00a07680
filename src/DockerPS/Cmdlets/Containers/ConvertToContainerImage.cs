using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Makes an image of a container as it is now, running or not, as <c>docker container commit</c> does, and writes the image. What is in volumes and mounts is not in it.
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "ContainerImage", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerImage))]
public sealed class ConvertToContainerImage : ContainerCmdlet
{
    private ContainerCommit _commit = new();
    private bool _tagged;

    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>
    /// The image's name: <c>[registry[:port]/]repository[:tag]</c>; without a tag it is <c>latest</c>. Another image of that name loses it. Without a name the image has only its id.
    /// It names one image: of several containers only the first is taken.
    /// </summary>
    [Parameter(Position = 1)]
    [Alias("Repository")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference? Tag { get; set; }

    /// <summary>Who made the image, such as <c>Ada Lovelace &lt;ada@example.com&gt;</c>.</summary>
    [Parameter]
    public string? Author { get; set; }

    /// <summary>What was done, for the image's history.</summary>
    [Parameter]
    public string? Message { get; set; }

    /// <summary>
    /// Lines of a Dockerfile that change the image's settings: <c>CMD</c>, <c>ENTRYPOINT</c>, <c>ENV</c>, <c>EXPOSE</c>, <c>LABEL</c>, <c>ONBUILD</c>, <c>USER</c>, <c>VOLUME</c>,
    /// <c>WORKDIR</c>, such as <c>'CMD ["nginx"]'</c>.
    /// </summary>
    [Parameter]
    public string[]? Change { get; set; }

    /// <summary>Lets the container's processes go on meanwhile. Otherwise they are frozen, so that no file changes while it is read.</summary>
    [Parameter]
    public SwitchParameter NoPause { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Tag is { IsId: true } or { Digest: not null })
        {
            ThrowFailure(
                new DockerException(DockerError.InvalidArgument, $"-Tag: {Tag} is no name for a new image: its id and digest come of what is in it. Give repository[:tag]."), Tag.ToString());
        }

        _commit = new ContainerCommit { Image = Tag?.WithDefaultTag(), Author = Author, Message = Message, Changes = Change ?? [], Pause = !NoPause };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                var what = _commit.Image is { } image ? $"Make the image {image}" : "Make an image";
                if (_tagged)
                {
                    Work.AddFailure(target.Name, new DockerException(DockerError.InvalidArgument, $"{Tag} names the image of another container already: give one container with -Tag."));
                }
                else if (ShouldProcess(target.Description, what))
                {
                    _tagged = Tag is not null;
                    Add(target, (item, cancel) => CommitAsync(item, target, cancel));
                }
            }
        }
    }

    private async Task CommitAsync(WorkItem item, ContainerTarget target, CancellationToken cancel)
    {
        var id = await target.Containers.CommitAsync(target.Id, _commit, cancel).ConfigureAwait(false);
        var images = (await target.Engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false)).Where(image => image.ImageId == id).ToList();
        if (images.Find(image => _commit.Image is null || ImageReference.TryParse(image.Name, out var name) && name.FullName == _commit.Image.FullName) is { } made)
        {
            item.Write(made);
        }
        else
        {
            // Somebody has taken its name, or itself, away already.
            item.Warn($"The image {id} was made of {target.Name}, and is not there any more under its name.");
        }
    }
}
