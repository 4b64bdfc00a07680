using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Serialization;

[Cmdlet(VerbsData.ConvertTo, "CliXml")]
[OutputType(typeof(string))]
public sealed class ConvertToCliXml : PSCmdlet
{
    private readonly List<PSObject?> _items = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 2;

    protected override void ProcessRecord() => _items.Add(InputObject);

    protected override void EndProcessing() => WriteObject(Clixml.Write(_items, Depth));
}
