using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Events;

[Cmdlet(VerbsCommon.Get, "EventSubscriber")]
[OutputType(typeof(PSEventSubscriber))]
public sealed class GetEventSubscriber : PSCmdlet
{
    [Parameter(Position = 0)]
    public string SourceIdentifier { get; set; } = "*";

    protected override void EndProcessing()
    {
        var pattern = new WildcardPattern(SourceIdentifier, WildcardOptions.IgnoreCase);
        WriteObject(Events.Subscribers.Where(one => !one.SupportEvent && pattern.IsMatch(one.SourceIdentifier)).ToList(), enumerateCollection: true);
    }
}
