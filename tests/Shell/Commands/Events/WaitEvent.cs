using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace DockerPS.Shell.Commands.Events;

[Cmdlet(VerbsLifecycle.Wait, "Event")]
[OutputType(typeof(PSEventArgs))]
public sealed class WaitEvent : PSCmdlet
{
    [Parameter(Position = 0)]
    public string SourceIdentifier { get; set; } = "*";

    [Parameter]
    public double Timeout { get; set; } = -1;

    protected override void ProcessRecord()
    {
        var pattern = new WildcardPattern(SourceIdentifier, WildcardOptions.IgnoreCase);
        var watch = Stopwatch.StartNew();
        while (!Stopping && (Timeout < 0 || watch.Elapsed < TimeSpan.FromSeconds(Timeout)))
        {
            if (Events.ReceivedEvents.FirstOrDefault(one => pattern.IsMatch(one.SourceIdentifier)) is { } found)
            {
                WriteObject(found);
                return;
            }

            // Pending actions of this runspace run only when its thread lets them.
            Automation.Call(Events, "ProcessPendingActions");
            Thread.Sleep(10);
        }
    }
}
