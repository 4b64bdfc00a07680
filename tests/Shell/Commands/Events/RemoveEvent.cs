using System.Management.Automation;

namespace DockerPS.Shell.Commands.Events;

[Cmdlet(VerbsCommon.Remove, "Event")]
public sealed class RemoveEvent : PSCmdlet
{
    [Parameter(Position = 0)]
    public string? SourceIdentifier { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int EventIdentifier { get; set; } = -1;

    protected override void ProcessRecord()
    {
        var pattern = new WildcardPattern(SourceIdentifier ?? "", WildcardOptions.IgnoreCase);
        PSEventArgsCollection received = Events.ReceivedEvents;
        for (int i = received.Count - 1; i >= 0; i--)
        {
            if (received[i].EventIdentifier == EventIdentifier || pattern.IsMatch(received[i].SourceIdentifier))
            {
                received.RemoveAt(i);
            }
        }
    }
}
