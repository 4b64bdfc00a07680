using System;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Time;

[Cmdlet(VerbsCommon.New, "TimeSpan")]
[OutputType(typeof(TimeSpan))]
public sealed class NewTimeSpan : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public DateTime? Start { get; set; }

    [Parameter(Position = 1)]
    public DateTime? End { get; set; }

    [Parameter]
    public int Days { get; set; }

    [Parameter]
    public int Hours { get; set; }

    [Parameter]
    public int Minutes { get; set; }

    [Parameter]
    public int Seconds { get; set; }

    [Parameter]
    public int Milliseconds { get; set; }

    protected override void ProcessRecord() => WriteObject(
        Start is null && End is null
            ? new TimeSpan(Days, Hours, Minutes, Seconds, Milliseconds)
            : (End ?? DateTime.Now) - (Start ?? DateTime.Now));
}
