using System.IO;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Add, "Content")]
public sealed class AddContent : ContentWritingCmdlet
{
    private protected override FileMode Mode => FileMode.Append;
}
