using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace DockerPS.Shell.Commands.Formatting;

[Cmdlet(VerbsCommon.Format, "Wide")]
public sealed class FormatWide : OuterFormatTableAndListBase
{
    private readonly object _formatter;

    public FormatWide() => _formatter = Automation.UseFormatter(this, "Wide");

    [Parameter]
    public SwitchParameter AutoSize { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Column { get; set; }

    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // The base class knows the parameters of tables and lists only: columns are handed to the formatter afterwards.
        object parameters = Automation.Get(_formatter, "_parameters")!;
        object wide = Automation.New("Microsoft.PowerShell.Commands.Internal.Format.WideSpecificParameters");
        Automation.Set(parameters, "shapeParameters", wide);
        if (Column is { } columns)
        {
            Automation.Set(wide, "columns", (int?)columns);
        }

        if (AutoSize)
        {
            Automation.Set(parameters, "autosize", (bool?)true);
        }
    }
}
