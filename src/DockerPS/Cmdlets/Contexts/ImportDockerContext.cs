using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>
/// Makes a context of an archive that Export-DockerContext or <c>docker context export</c> wrote. The archive is read through before anything is written: one that holds what does not belong into a
/// context is refused as a whole.
/// </summary>
[Cmdlet(VerbsData.Import, "DockerContext", SupportsShouldProcess = true)]
[OutputType(typeof(DockerContext))]
public sealed class ImportDockerContext : ContextCmdlet
{
    /// <summary>The archive: tar, or zip.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The new context's name. Without it the file's name without its extension.</summary>
    [Parameter(Position = 1)]
    [Alias("Context")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = SessionState.Path.GetResolvedProviderPathFromPSPath(Path, out _).Single();
        Each(Name ?? System.IO.Path.GetFileNameWithoutExtension(file), name =>
        {
            if (!ShouldProcess(name, $"Import context from {file}"))
            {
                return;
            }

            try
            {
                using var archive = File.OpenRead(file);
                WriteObject(Store.Import(name, archive));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new DockerException(DockerError.LocalPathFailed, $"The archive {file} can't be read: {failure.Message}", failure);
            }
        });
    }
}
