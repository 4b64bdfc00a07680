using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Serialization;

[Cmdlet(VerbsData.Export, "Clixml")]
public sealed class ExportClixml : PSCmdlet
{
    private readonly List<PSObject?> _items = [];

    [Parameter(Position = 0, Mandatory = true)]
    [Alias("LiteralPath")]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() => _items.Add(InputObject);

    protected override void EndProcessing() =>
        File.WriteAllText(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path), Clixml.Write(_items, Depth));
}
