using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>
/// Reads what happened on engines, as <c>docker events</c> does: without <c>-Follow</c> what they still have, which are some hundred events and none from before their start;
/// with it what happens from now on, until Ctrl-C. An engine that is restarted meanwhile is waited for, and nothing is lost that it still has, nor told twice.
/// </summary>
[Cmdlet(VerbsCommon.Get, "DockerEvent")]
[OutputType(typeof(DockerEvent))]
public sealed class GetDockerEvent : EventCmdlet
{
    /// <summary>
    /// Only what is not older: a DateTime, a TimeSpan or text such as 10m (that long ago), RFC 3339 text, or Unix seconds. Without it everything that the engine still has,
    /// and with <c>-Follow</c> what comes.
    /// </summary>
    [Parameter]
    public TimePoint? Since { get; set; }

    /// <summary>Only what is older: a DateTime, a TimeSpan or text such as 10m (that long ago), RFC 3339 text, or Unix seconds. Followed, it ends then.</summary>
    [Parameter]
    public TimePoint? Until { get; set; }

    /// <summary>Goes on with what happens from now on, until Ctrl-C or the time of <c>-Until</c>.</summary>
    [Parameter]
    [Alias("Wait")]
    public SwitchParameter Follow { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var sources = Sources(Query);
        var left = sources.Count;
        foreach (var source in sources)
        {
            Start(async cancel =>
            {
                var failure = await HearAsync(source, cancel).ConfigureAwait(false);
                Thread.Post(() =>
                {
                    left--;
                    if (failure is not null)
                    {
                        WriteFailure(failure, source.Engine.Endpoint.Name);
                    }
                });
            });
        }

        Thread.WaitUntil(() => left == 0);
        base.EndProcessing();
    }

    private async Task<Exception?> HearAsync(EventSource source, CancellationToken cancel)
    {
        // Told once each time, however often the engine is asked again.
        var broken = false;
        try
        {
            await source.Engine.Daemon.EventsAsync(
                source.Query,
                happened =>
                {
                    if (source.Wants(happened))
                    {
                        Thread.Post(() => WriteObject(happened));
                    }
                },
                failure =>
                {
                    if (failure is not null && !broken)
                    {
                        Thread.Post(() => WriteWarning($"{failure.Message} The engine is asked again until it answers."));
                    }
                    else if (failure is null && broken)
                    {
                        Thread.Post(() => WriteVerbose($"The engine {source.Engine.Endpoint.Name} answers again."));
                    }

                    broken = failure is not null;
                },
                cancel).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private EventQuery Query()
    {
        var now = DateTimeOffset.UtcNow;
        return new EventQuery { Since = Since?.ToUnixText(now), Until = Until?.ToUnixText(now), Follow = Follow, Filters = Filters() };
    }
}
