using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Registries;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Pushes images to the registries that their names begin with, as <c>docker image push</c> does, and writes them, with the digests they have there. Logins are those of
/// <c>Connect-DockerRegistry</c> and of the docker command.
/// </summary>
[Cmdlet(VerbsData.Publish, "ContainerImage", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerImage))]
public sealed class PublishContainerImage : ImageCmdlet
{
    private RegistryLogins? _logins;

    /// <summary>The images: names (without a tag it is <c>latest</c>), wildcards, or image objects from the pipeline. An image that has no name must be given one first: <c>Add-ContainerImageTag</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference[] Image { get; set; } = [];

    /// <summary>Pushes all tags that the image's repository has on the engine.</summary>
    [Parameter]
    [Alias("a")]
    public SwitchParameter AllTags { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var logins = _logins ??= new RegistryLogins();
        foreach (var reference in Image)
        {
            foreach (var target in AllTags && !reference.IsId && !reference.IsPattern ? Repositories(reference) : Find(reference))
            {
                if (!target.IsNamed || !ImageReference.TryParse(target.Name, out var name) || name.Digest is not null)
                {
                    Work.AddFailure(target.Name, new DockerException(DockerError.InvalidArgument, $"{target} has no name with a tag, and so no registry to go to.")
                    { Remedy = "Add-ContainerImageTag gives it one." });
                    continue;
                }

                name = name.WithDefaultTag();
                var shown = AllTags ? name.RepositoryName : name.ToString();
                if (ShouldProcess(shown, AllTags ? "Push all tags" : "Push"))
                {
                    Add(target, (item, cancel) => PushAsync(item, target.Engine, name, logins, cancel));
                }
            }
        }
    }

    // A repository need not have the tag latest to have others.
    private IEnumerable<ImageTarget> Repositories(ContainerImageReference reference) => EnginesOf(reference).Select(engine => new ImageTarget(engine, "", reference.Text));

    private async Task PushAsync(WorkItem item, IDockerEngine engine, ImageReference name, RegistryLogins logins, CancellationToken cancel)
    {
        var login = logins.TryFor(name.Registry, item.Warn);
        using (var progress = Bar($"Pushing {(AllTags ? name.RepositoryName : name)}"))
        {
            await engine.Images.PushAsync(name, login, AllTags, progress, cancel).ConfigureAwait(false);
        }

        var wanted = AllTags ? name.RepositoryName : name.ToString();
        var reference = new ContainerImageReference(wanted, engine: null, isId: false, wholeNameOnly: true, name: null, about: null);
        foreach (var pushed in reference.Among(await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false)).Where(image => image.Tag is not null))
        {
            item.Write(pushed);
        }
    }
}
