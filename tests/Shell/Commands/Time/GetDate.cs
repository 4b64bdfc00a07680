using System;
using System.Globalization;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Time;

[Cmdlet(VerbsCommon.Get, "Date")]
public sealed class GetDate : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public DateTime? Date { get; set; }

    [Parameter]
    public string? Format { get; set; }

    [Parameter]
    public string? UFormat { get; set; }

    [Parameter]
    public SwitchParameter AsUTC { get; set; }

    protected override void ProcessRecord()
    {
        DateTime date = Date ?? DateTime.Now;
        date = AsUTC ? date.ToUniversalTime() : date;
        if (UFormat == "%s")
        {
            WriteObject(new DateTimeOffset(date).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            WriteObject(Format is null ? date : date.ToString(Format, CultureInfo.CurrentCulture));
        }
    }
}
