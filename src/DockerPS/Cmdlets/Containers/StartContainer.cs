using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Starts containers that are there, as <c>docker container start</c> does; with <c>-Image</c> creates and starts new ones, as <c>docker run --detach</c> does.
/// A container that runs already is no error.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "Container", SupportsShouldProcess = true, DefaultParameterSetName = ContainerSet)]
[OutputType(typeof(Container))]
public sealed class StartContainer : ContainerCreateCmdlet
{
    private const string ContainerSet = "Container";

    /// <summary>The containers to start: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ContainerSet)]
    [Alias("Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>The image of a new container: a name with tag or digest, an id, or an image object. It is pulled where it is missing.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference? Image { get; set; }

    private protected override ContainerImageReference? ImageToUse => Image;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == ImageSet && Image is null)
        {
            ThrowFailure(
                new DockerException(
                    DockerError.InvalidArgument,
                    "These parameters are those of a new container: name its image with -Image. A container that is there is started by name alone: Start-Container web."),
                target: null);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ImageSet)
        {
            MakeContainers(start: true);
            return;
        }

        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                if (ShouldProcess(target.Description))
                {
                    Add(target, async (item, cancel) =>
                    {
                        await target.Containers.StartAsync(target.Id, cancel).ConfigureAwait(false);
                        if (await target.ReadAsync(cancel).ConfigureAwait(false) is { } started)
                        {
                            item.Write(started);
                        }
                    });
                }
            }
        }
    }
}
