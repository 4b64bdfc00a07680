using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet("Tee", "Object")]
public sealed class TeeObject : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true)]
    public string Variable { get; set; } = "";

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _items.Add(InputObject);
            WriteObject(InputObject);
        }
    }

    protected override void EndProcessing() => SessionState.PSVariable.Set(Variable, _items.Count switch
    {
        0 => null,
        1 => _items[0],
        _ => _items.ToArray(),
    });
}
