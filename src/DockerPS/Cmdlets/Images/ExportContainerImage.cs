using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Writes images, with their layers and names, into one archive, as <c>docker image save</c> does. The file has its name only when it is whole: a failure or a stop leaves none.
/// </summary>
[Cmdlet(VerbsData.Export, "ContainerImage", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportContainerImage : ImageCmdlet
{
    private readonly List<ImageTarget> _targets = [];

    /// <summary>
    /// The images, all of which go into the one archive: names (without a tag it is <c>latest</c>), digests, ids or their beginnings, wildcards, or image objects from the
    /// pipeline. Only what is given by a name keeps it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference[] Image { get; set; } = [];

    /// <summary>The archive to write.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Output", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>
    /// The platform that is written, as <c>os/arch[/variant]</c>, where the engine has several of an image; it is an error where it has not this one. Needs API version 1.48 (Docker 28).
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Platform { get; set; }

    /// <summary>Does not write over an archive that is there.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Image)
        {
            _targets.AddRange(Find(reference));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_targets.Count > 0)
        {
            Export(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path));
        }

        base.EndProcessing();
    }

    private void Export(string file)
    {
        var engines = _targets.Select(target => target.Engine).Distinct().ToList();
        if (engines.Count > 1)
        {
            Work.AddFailure(file, new DockerException(
                DockerError.EngineMismatch, $"One archive holds the images of one engine, and these are on several: {string.Join(", ", engines.Select(engine => engine.Endpoint.Name))}."));
            return;
        }

        var names = _targets.Select(target => target.Name).Distinct(StringComparer.Ordinal).ToList();
        if (ShouldProcess(string.Join(", ", _targets.Select(target => target.ToString()).Distinct(StringComparer.Ordinal)), $"Export to {file}"))
        {
            Work.Add(file, (item, cancel) => ExportAsync(item, names, file, cancel));
        }
    }

    private async Task ExportAsync(WorkItem item, IReadOnlyList<string> names, string file, CancellationToken cancel)
    {
        if (Directory.Exists(file))
        {
            throw new DockerException(DockerError.InvalidArgument, $"{file} is a folder: give the archive a name.");
        }

        if (NoClobber && File.Exists(file))
        {
            throw new DockerException(DockerError.InvalidArgument, $"{file} is there already, and -NoClobber says to leave it.");
        }

        // Under its own name only when it is whole: a stop or a failure leaves nothing that looks like an archive.
        var partial = file + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".partial";
        try
        {
            using (var progress = Bar($"Exporting {string.Join(", ", names)}"))
            using (var archive = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                await _targets[0].Images.SaveAsync(names, Platform, archive, progress, cancel).ConfigureAwait(false);
            }

            File.Delete(file);
            File.Move(partial, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.InvalidArgument, $"{file} can't be written: {failure.Message.Replace(partial, file)}", failure);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }

        item.Write(new FileInfo(file));
    }
}
