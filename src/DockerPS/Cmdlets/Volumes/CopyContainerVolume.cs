using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>
/// Copies the content of a volume into another volume, of the same engine or another, with owners, modes, links and names of any length. Docker has no command for it. A target that is not there is
/// made; in one that is there, files of the same names are written over and all others stay. Nothing is kept on this machine in between.
/// </summary>
[Cmdlet(VerbsCommon.Copy, "ContainerVolume", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerVolume))]
public sealed class CopyContainerVolume : VolumeTransferCmdlet
{
    private IDockerEngine? _other;

    /// <summary>The volume that is copied: a name, or a volume object from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [TypedText]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public VolumeReference[] Volume { get; set; } = [];

    /// <summary>The name of the volume that it is copied to; without it the same name, on the engine that <c>-DestinationEngine</c> names.</summary>
    [Parameter(Position = 1)]
    public NewName? Destination { get; set; }

    /// <summary>The engine of the volume that it is copied to; without it that of the volume itself.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EngineNameCompleter))]
    public EngineReference? DestinationEngine { get; set; }

    /// <summary>Writes the volume that was filled.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _other = DestinationEngine is { } other ? EngineOf(other.Text) : null;
        }
        catch (DockerException failure)
        {
            ThrowFailure(failure, DestinationEngine);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in Volume.SelectMany(Find))
        {
            var other = _other ?? target.Engine;
            var name = Destination?.ToString() ?? target.Id;
            if (name == target.Id && other.Endpoint.Address == target.Engine.Endpoint.Address)
            {
                Work.AddFailure(target.Name, new DockerException(
                    DockerError.InvalidArgument, $"The volume {name} can't be copied to itself: name another by -Destination, or another engine by -DestinationEngine."));
            }
            else if (ShouldProcess(target.Description, _other is null ? $"Copy to {name}" : $"Copy to {name} on {other.Endpoint.Name}"))
            {
                Add(target, (item, cancel) => CopyAsync(item, target, other, name, cancel));
            }
        }
    }

    private async Task CopyAsync(WorkItem item, Target target, IDockerEngine other, string name, CancellationToken cancel)
    {
        using var progress = Bar($"Copying {target.Name} to {name}");
        await WarnOfOwnersAsync(target.Engine, target.Name, item, cancel).ConfigureAwait(false);
        // The folder itself, into the root: so it gets its owner and mode.
        var source = new ItemSource(VolumeHelper.Folder, Pattern: null);

        // Two containers even on one engine: it does not read and write one at the same time.
        await VolumeHelper.UseAsync(
            target.Engine,
            target.Id,
            Image,
            readOnly: true,
            async from =>
            {
                var filled = await FillAsync(
                    other,
                    name,
                    item,
                    (to, options) => target.Engine.Items.CopyAcrossAsync(from, source, other.Items, to, "/", options, progress, cancel),
                    cancel).ConfigureAwait(false);
                if (PassThru)
                {
                    item.Write(filled);
                }
            },
            cancel).ConfigureAwait(false);
    }
}
