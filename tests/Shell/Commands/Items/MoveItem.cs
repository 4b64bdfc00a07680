using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Move, "Item", SupportsShouldProcess = true)]
public sealed class MoveItem : ItemCmdlet
{
    [Parameter(Position = 1)]
    public string Destination { get; set; } = ".";

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            if (ShouldProcess(path, "Move to " + Destination))
            {
                Try(() => WriteObject(Run(path), enumerateCollection: true));
            }
        }
    }

    private object Run(string path)
    {
        var made = InvokeProvider.Item.Move([path], Destination, Force, IsLiteral);
        return PassThru ? made : System.Array.Empty<object>();
    }
}
