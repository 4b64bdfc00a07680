using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>
/// Subscribes this session to engines' events, as <c>Register-ObjectEvent</c> does to those of .NET objects. With <c>-Action</c> a script block runs for each one, where
/// <c>$EventArgs.Event</c> is what happened; without it they queue up for <c>Get-Event</c> and <c>Wait-Event</c>. <c>Unregister-Event</c>, or the session's end, closes the connection.
/// </summary>
[Cmdlet(VerbsLifecycle.Register, "DockerEvent", SupportsShouldProcess = true)]
[OutputType(typeof(PSEventJob))]
public sealed class RegisterDockerEvent : EventCmdlet
{
    /// <summary>The subscription's name, for <c>Unregister-Event</c>, <c>Get-Event</c> and <c>Wait-Event</c>; without it one is made up.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SourceIdentifier { get; set; }

    /// <summary>What runs for each event: <c>$EventArgs.Event</c> is the event, <c>$Event</c> PowerShell's own around it.</summary>
    [Parameter]
    public ScriptBlock? Action { get; set; }

    /// <summary>Data for the script block: <c>$Event.MessageData</c>.</summary>
    [Parameter]
    public PSObject? MessageData { get; set; }

    /// <summary>After so many events the subscription ends by itself; 0 for no end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxTriggerCount { get; set; }

    /// <summary>Sends the events to the session that this remote session belongs to.</summary>
    [Parameter]
    public SwitchParameter Forward { get; set; }

    /// <summary>Hides the subscription from <c>Get-EventSubscriber</c>.</summary>
    [Parameter]
    public SwitchParameter SupportEvent { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        var sources = Sources(() => new EventQuery { Follow = true, Filters = Filters() });
        var name = SourceIdentifier ?? Guid.NewGuid().ToString();
        if (sources.Count > 0 && ShouldProcess(string.Join(", ", sources.Select(source => source.Engine.Endpoint.Name)), "Subscribe to events"))
        {
            Subscribe(new DockerEventSource(sources), name);
        }
    }

    private void Subscribe(DockerEventSource source, string name)
    {
        if (Events.GetEventSubscribers(name).Any())
        {
            ThrowFailure(new DockerException(DockerError.NameConflict, $"There is a subscriber named {name} already.") { Remedy = "Choose another -SourceIdentifier, or end that one: Unregister-Event." }, name);
        }

        var subscriber = Events.SubscribeEvent(source, nameof(DockerEventSource.Received), name, MessageData, Action, SupportEvent, Forward, MaxTriggerCount);
        try
        {
            Await(async cancel =>
            {
                var stopped = Task.Delay(-1, cancel);
                await (await Task.WhenAny(source.ConnectedAsync, stopped).ConfigureAwait(false)).ConfigureAwait(false);
                return true;
            });
        }
        catch (Exception failure)
        {
            Events.UnsubscribeEvent(subscriber);
            if (failure is DockerException refused)
            {
                ThrowFailure(refused, name);
            }

            throw;
        }

        if (subscriber.Action is not null)
        {
            WriteObject(subscriber.Action);
        }
    }
}
