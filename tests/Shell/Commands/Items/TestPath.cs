using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsDiagnostic.Test, "Path")]
[OutputType(typeof(bool))]
public sealed class TestPath : ItemCmdlet
{
    [Parameter]
    [Alias("Type")]
    public PathKind PathType { get; set; }

    [Parameter]
    public SwitchParameter IsValid { get; set; }

    protected override void ProcessRecord() => WriteObject(Paths.Select(Test), enumerateCollection: true);

    private bool Test(string path)
    {
        try
        {
            if (IsValid)
            {
                return SessionState.Path.IsValid(path);
            }

            bool container = InvokeProvider.Item.IsContainer(path);
            return InvokeProvider.Item.Exists(path, force: true, IsLiteral)
                && (PathType == PathKind.Any || container == (PathType == PathKind.Container));
        }
        catch (SessionStateException)
        {
            return false;
        }
    }
}
