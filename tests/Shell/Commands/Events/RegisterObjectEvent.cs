using System.Management.Automation;

namespace DockerPS.Shell.Commands.Events;

[Cmdlet(VerbsLifecycle.Register, "ObjectEvent")]
public sealed class RegisterObjectEvent : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    public PSObject InputObject { get; set; } = null!;

    [Parameter(Position = 1, Mandatory = true)]
    public string EventName { get; set; } = "";

    [Parameter(Position = 2)]
    public string? SourceIdentifier { get; set; }

    [Parameter]
    public ScriptBlock? Action { get; set; }

    [Parameter]
    public PSObject? MessageData { get; set; }

    [Parameter]
    public int MaxTriggerCount { get; set; }

    protected override void EndProcessing()
    {
        string source = SourceIdentifier ?? System.Guid.NewGuid().ToString();
        PSEventSubscriber subscriber = Events.SubscribeEvent(
            InputObject.BaseObject, EventName, source, MessageData, Action, supportEvent: false, forwardEvent: false, MaxTriggerCount);
        if (subscriber.Action is not null)
        {
            WriteObject(subscriber.Action);
        }
    }
}
