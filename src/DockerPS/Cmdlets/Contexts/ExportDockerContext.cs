using System.IO;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>
/// Writes contexts to archives, as <c>docker context export</c> does, to be imported on another machine. The archive holds the context's certificates and its private key: it is made readable by this
/// account only, where the system can.
/// </summary>
[Cmdlet(VerbsData.Export, "DockerContext", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportDockerContext : ContextCmdlet
{
    private const string Extension = ".dockercontext";

    /// <summary>The contexts, by name or as objects of Get-DockerContext.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Context")]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference[] Name { get; set; } = [];

    /// <summary>The archive to write; or a folder that is there, in which each context's archive gets its name with <c>.dockercontext</c>. Without it the current folder.</summary>
    [Parameter(Position = 1)]
    [Alias("FilePath", "Output")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>Does not write over a file that is there.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = Whole(Path)!;
        foreach (var context in Name)
        {
            Each(context.Text, name =>
            {
                var file = Directory.Exists(path) ? System.IO.Path.Combine(path, name + Extension) : path;
                if (NoClobber && File.Exists(file))
                {
                    throw new DockerException(DockerError.NameConflict, $"The file {file} is there already.") { Remedy = "Choose another -Path, or leave -NoClobber out." };
                }

                if (ShouldProcess(file, $"Export context {name}"))
                {
                    Store.Export(name, file);
                    WriteObject(new FileInfo(file));
                }
            });
        }
    }
}
