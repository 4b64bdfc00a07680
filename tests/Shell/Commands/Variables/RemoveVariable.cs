using System.Management.Automation;

namespace DockerPS.Shell.Commands.Variables;

[Cmdlet(VerbsCommon.Remove, "Variable")]
public sealed class RemoveVariable : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string[] Name { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            SessionState.PSVariable.Remove(name);
        }
    }
}
