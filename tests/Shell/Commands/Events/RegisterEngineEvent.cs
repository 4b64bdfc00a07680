using System.Management.Automation;

namespace DockerPS.Shell.Commands.Events;

[Cmdlet(VerbsLifecycle.Register, "EngineEvent")]
public sealed class RegisterEngineEvent : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    public string SourceIdentifier { get; set; } = "";

    [Parameter]
    public ScriptBlock? Action { get; set; }

    [Parameter]
    public PSObject? MessageData { get; set; }

    [Parameter]
    public SwitchParameter SupportEvent { get; set; }

    protected override void EndProcessing()
    {
        PSEventSubscriber subscriber = Events.SubscribeEvent(
            source: null, eventName: null, SourceIdentifier, MessageData, Action, SupportEvent, forwardEvent: false, maxTriggerCount: 0);
        if (subscriber.Action is not null && !SupportEvent)
        {
            WriteObject(subscriber.Action);
        }
    }
}
