using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>
/// Writes the content of volumes to tar archives, with owners, modes, links and names of any length. Docker has no command for it. What containers write meanwhile may be in the archive or not:
/// stop those that have the volume first.
/// </summary>
[Cmdlet(VerbsData.Export, "ContainerVolume", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportContainerVolume : VolumeTransferCmdlet
{
    private const string Extension = ".tar";

    /// <summary>The volumes: names, wildcards, or volume objects from the pipeline. A wildcard that fits nothing is no error.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [TypedText]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public VolumeReference[] Volume { get; set; } = [];

    /// <summary>The archive to write; or a folder that is there, in which each volume's archive gets its name with <c>.tar</c>.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Output", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Does not write over an archive that is there.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        foreach (var target in Volume.SelectMany(Find))
        {
            var file = Directory.Exists(path) ? global::System.IO.Path.Combine(path, target.Name + Extension) : path;
            if (ShouldProcess(target.Description, $"Export to {file}"))
            {
                Add(target, (item, cancel) => ExportAsync(item, target, file, cancel));
            }
        }
    }

    private async Task ExportAsync(WorkItem item, Target target, string file, CancellationToken cancel)
    {
        using var progress = Bar($"Exporting {target.Name}");
        await WarnOfOwnersAsync(target.Engine, target.Name, item, cancel).ConfigureAwait(false);
        item.Write(await ArchiveFile.WriteAsync(
            file,
            NoClobber,
            archive => VolumeHelper.UseAsync(
                target.Engine,
                target.Id,
                Image,
                readOnly: true,
                helper => target.Engine.Items.ExportAsync(helper, VolumeHelper.Folder + "/.", archive, progress, cancel),
                cancel)).ConfigureAwait(false));
    }
}
