using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DockerPS.Shell.Commands.Serialization;

[Cmdlet(VerbsData.Import, "PowerShellDataFile")]
public sealed class ImportPowerShellDataFile : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("LiteralPath")]
    public string[] Path { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string path in Path.SelectMany(path => SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)))
        {
            ScriptBlockAst script = Parser.ParseFile(path, out _, out ParseError[] errors);
            if (errors.Length > 0 || script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false) is not HashtableAst data)
            {
                WriteError(new ErrorRecord(
                    new PSInvalidOperationException($"The file '{path}' is not a PowerShell data file."), "CouldNotParseAsPowerShellDataFile", ErrorCategory.InvalidData, path));
                continue;
            }

            // SafeGetValue refuses everything that is not plain data.
            WriteObject(data.SafeGetValue());
        }
    }
}
