using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>Pulls images from their registries, as <c>docker image pull</c> does, and writes them.</summary>
[Cmdlet(VerbsLifecycle.Install, "ContainerImage", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerImage))]
public sealed class InstallContainerImage : EngineCmdlet
{
    /// <summary>The images: <c>[registry[:port]/]repository[:tag]</c> or <c>repository@digest</c>. Without a tag it is <c>latest</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference[] Image { get; set; } = [];

    /// <summary>The platform, as <c>os/arch[/variant]</c>, where the image has several. Without it the engine's own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Platform { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var image in Image)
        {
            var whole = image.WithDefaultTag();
            foreach (var engine in Engines)
            {
                if (ShouldProcess(whole.ToString(), "Pull"))
                {
                    Work.Add(whole.ToString(), (item, cancel) => PullAsync(item, engine, whole, cancel));
                }
            }
        }
    }

    private async Task PullAsync(WorkItem item, IDockerEngine engine, ImageReference image, CancellationToken cancel)
    {
        using (var progress = Bar($"Pulling {image}"))
        {
            await engine.Images.PullAsync(image, Platform, progress, cancel).ConfigureAwait(false);
        }

        var pulled = new ContainerImageReference(image.ToString(), engine: null, isId: false, wholeNameOnly: true, name: null, about: null)
            .Among(await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false));
        foreach (var found in pulled)
        {
            item.Write(found);
        }
    }
}
