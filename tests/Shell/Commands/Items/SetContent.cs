using System.IO;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Set, "Content")]
public sealed class SetContent : ContentWritingCmdlet
{
    private protected override FileMode Mode => FileMode.Create;
}
