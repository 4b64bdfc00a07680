using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Registries;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Pulls images from their registries, as <c>docker image pull</c> does, and writes them. Logins are those of <c>Connect-DockerRegistry</c> and of the docker command. A pull
/// that a passing fault of the network broke is tried again, a refused one is not.
/// </summary>
[Cmdlet(VerbsLifecycle.Install, "ContainerImage", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerImage))]
public sealed class InstallContainerImage : EngineCmdlet
{
    private RegistryLogins? _logins;

    /// <summary>
    /// The images: <c>[registry[:port]/]repository[:tag]</c> or <c>repository@digest</c>, or what <c>Find-ContainerImage</c> and <c>Find-ContainerImageTag</c> write. Without a
    /// tag it is <c>latest</c>.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference[] Image { get; set; } = [];

    /// <summary>Pulls every tag of the repository.</summary>
    [Parameter]
    [Alias("a")]
    public SwitchParameter AllTags { get; set; }

    /// <summary>The platform, as <c>os/arch[/variant]</c>, where the image has several. Without it the engine's own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Platform { get; set; }

    /// <summary>How many times more a pull is tried that a passing fault of the network broke; 2 unless it is said.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int Retry { get; set; } = PullRetry.Usual;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var logins = _logins ??= new RegistryLogins();
        foreach (var image in Image)
        {
            if (image.IsId || AllTags && (image.Tag ?? image.Digest) is not null)
            {
                Work.AddFailure(image.ToString(), new DockerException(
                    DockerError.InvalidArgument,
                    image.IsId ? $"{image} is an image's id, and registries know names and digests only." : $"-AllTags takes a repository alone: {image.RepositoryName}, not {image}."));
                continue;
            }

            var whole = AllTags ? image : image.WithDefaultTag();
            foreach (var engine in Engines)
            {
                if (ShouldProcess(whole.ToString(), AllTags ? "Pull all tags" : "Pull"))
                {
                    Work.Add(whole.ToString(), (item, cancel) => PullAsync(item, engine, whole, logins, cancel));
                }
            }
        }
    }

    private async Task PullAsync(WorkItem item, IDockerEngine engine, ImageReference image, RegistryLogins logins, CancellationToken cancel)
    {
        var login = logins.TryFor(image.Registry, item.Warn);
        using (var progress = Bar($"Pulling {image}"))
        {
            await PullRetry.RunAsync(
                () => engine.Images.PullAsync(image, Platform, progress, cancel, login, AllTags), Retry, item.Warn, cancel).ConfigureAwait(false);
        }

        var pulled = new ContainerImageReference(image.ToString(), engine: null, isId: false, wholeNameOnly: true, name: null, about: null)
            .Among(await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false));
        foreach (var found in AllTags ? pulled.Where(tagged => tagged.Tag is not null) : pulled)
        {
            item.Write(found);
        }
    }
}
