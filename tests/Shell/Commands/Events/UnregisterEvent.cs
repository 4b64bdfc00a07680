using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Events;

[Cmdlet(VerbsLifecycle.Unregister, "Event")]
public sealed class UnregisterEvent : PSCmdlet
{
    [Parameter(Position = 0)]
    public string? SourceIdentifier { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int SubscriptionId { get; set; } = -1;

    protected override void ProcessRecord()
    {
        var pattern = new WildcardPattern(SourceIdentifier ?? "", WildcardOptions.IgnoreCase);
        foreach (PSEventSubscriber one in Events.Subscribers.ToList())
        {
            if (one.SubscriptionId == SubscriptionId || pattern.IsMatch(one.SourceIdentifier ?? ""))
            {
                Events.UnsubscribeEvent(one);
            }
        }
    }
}
