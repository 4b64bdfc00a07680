using System.IO;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Serialization;

[Cmdlet(VerbsData.Import, "Clixml")]
public sealed class ImportClixml : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("LiteralPath")]
    public string[] Path { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            WriteObject(Clixml.Read(File.ReadAllText(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path))), enumerateCollection: true);
        }
    }
}
