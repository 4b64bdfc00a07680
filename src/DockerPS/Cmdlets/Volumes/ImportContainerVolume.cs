using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>
/// Fills volumes from a tar archive, as <c>Export-ContainerVolume</c> writes it; archives compressed by gzip, bzip2 or xz are taken too. A volume that is not there is made. In one that is there, files of
/// the same names are written over and all others stay.
/// </summary>
[Cmdlet(VerbsData.Import, "ContainerVolume", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerVolume))]
public sealed class ImportContainerVolume : VolumeTransferCmdlet
{
    /// <summary>The volumes to fill: names, or volume objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [TypedText]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public VolumeReference[] Volume { get; set; } = [];

    /// <summary>The archive.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Input", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Writes each volume that was filled.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        foreach (var target in Volume.SelectMany(Find))
        {
            if (ShouldProcess(target.Description, $"Import from {file}"))
            {
                Add(target, (item, cancel) => ImportAsync(item, target, file, cancel));
            }
        }
    }

    // One that is not there is made.
    private protected override async Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel)
    {
        try
        {
            return await base.FindAsync(engine, reference, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.VolumeNotFound)
        {
            return [new Target(engine, reference.Text, reference.Name, "new")];
        }
    }

    private async Task ImportAsync(WorkItem item, Target target, string file, CancellationToken cancel)
    {
        using var progress = Bar($"Importing {target.Name}");
        using var archive = Open(file);
        var filled = await FillAsync(
            target.Engine,
            target.Id,
            item,
            (helper, options) => target.Engine.Items.ImportAsync(helper, VolumeHelper.Folder, archive, options, progress, cancel),
            cancel).ConfigureAwait(false);
        if (PassThru)
        {
            item.Write(filled);
        }
    }

    private static FileStream Open(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DockerException(DockerError.PathNotFound, $"There is no {file}.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.LocalPathFailed, $"{file} can't be read: {failure.Message}", failure);
        }
    }
}
