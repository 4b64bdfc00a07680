using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Remove, "Item", SupportsShouldProcess = true)]
public sealed class RemoveItem : ItemCmdlet
{
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            if (ShouldProcess(path, "Remove"))
            {
                Try(() => InvokeProvider.Item.Remove([path], Recurse, Force, IsLiteral));
            }
        }
    }
}
