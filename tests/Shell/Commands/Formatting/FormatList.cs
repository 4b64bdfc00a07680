using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace DockerPS.Shell.Commands.Formatting;

[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatList : OuterFormatTableAndListBase
{
    public FormatList() => Automation.UseFormatter(this, "List");
}
