using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Writes the whole file system of containers to tar archives, as <c>docker container export</c> does. Volumes are not in it.</summary>
[Cmdlet(VerbsData.Export, "Container", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportContainer : ContainerCmdlet
{
    private const string Extension = ".tar";

    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>The archive to write; or a folder that is there, in which each container's archive gets its name with <c>.tar</c>.</summary>
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
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                var file = Directory.Exists(path) ? global::System.IO.Path.Combine(path, target.Name + Extension) : path;
                if (ShouldProcess(target.Description, $"Export to {file}"))
                {
                    Add(target, (item, cancel) => ExportAsync(item, target, file, cancel));
                }
            }
        }
    }

    private async Task ExportAsync(WorkItem item, ContainerTarget target, string file, CancellationToken cancel)
    {
        using var progress = Bar($"Exporting {target.Name}");
        item.Write(await ArchiveFile.WriteAsync(
            file, NoClobber, archive => target.Containers.ExportAsync(target.Id, archive, progress, cancel)).ConfigureAwait(false));
    }
}
