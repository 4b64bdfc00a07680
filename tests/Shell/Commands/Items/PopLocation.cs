using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Pop, "Location")]
public sealed class PopLocation : PSCmdlet
{
    [Parameter]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord() => SessionState.Path.PopLocation(StackName);
}
