using System.Management.Automation;

namespace DockerPS.Shell.Commands.Variables;

[Cmdlet(VerbsCommon.New, "Alias")]
public sealed class NewAlias : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true)]
    public string Value { get; set; } = "";

    [Parameter]
    public string Scope { get; set; } = "Global";

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() =>
        InvokeProvider.Item.New(["Alias:"], Name, itemTypeName: null, Value, Force);
}
