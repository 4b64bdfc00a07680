using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace DockerPS.Shell.Commands.Formatting;

[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTable : OuterFormatTableBase
{
    public FormatTable() => Automation.UseFormatter(this, "Table");
}
