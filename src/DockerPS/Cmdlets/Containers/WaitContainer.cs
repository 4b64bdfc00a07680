using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Waits until containers have ended, as <c>docker container wait</c> does, or run, are healthy, are gone, or have written a line. Each container is written as soon
/// as it is there, with its exit code where it has ended.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "Container")]
[OutputType(typeof(Container))]
public sealed class WaitContainer : ContainerCmdlet
{
    /// <summary>A pattern that takes longer over one line is an error, not a wait without end.</summary>
    internal static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(10);

    private readonly List<ContainerTarget> _targets = [];

    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>What to wait for. Without it <c>NotRunning</c>, and with <c>-Pattern</c> <c>LogMatch</c>.</summary>
    [Parameter]
    public WaitCondition? Condition { get; set; }

    /// <summary>A regular expression; a line of the log that it matches, written before or during the wait, ends the wait. Case counts.</summary>
    [Parameter]
    public string? Pattern { get; set; }

    /// <summary>The longest wait: seconds, a TimeSpan, or text such as 1m30s. A container that is not there by then is an error. Without it there is no limit.</summary>
    [Parameter]
    [Seconds]
    public Duration? Timeout { get; set; }

    /// <summary>Ends with the first container that is there; the others are not waited for.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Condition ??= Pattern is null ? WaitCondition.NotRunning : WaitCondition.LogMatch;
        if (Condition == WaitCondition.LogMatch != Pattern is not null)
        {
            ThrowFailure(new DockerException(DockerError.InvalidArgument, "-Pattern and -Condition LogMatch go together: give the line to wait for as -Pattern."), Pattern);
        }

        try
        {
            _ = Pattern is null ? null : new Regex(Pattern, RegexOptions.None, MatchLimit);
        }
        catch (ArgumentException failure)
        {
            ThrowFailure(new DockerException(DockerError.InvalidArgument, $"-Pattern is no regular expression: {failure.Message}", failure), Pattern);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            _targets.AddRange(Find(reference));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var left = _targets.Count;
        foreach (var target in _targets)
        {
            Start(_ => WaitAsync(target));
        }

        try
        {
            Thread.WaitUntil(() => left == 0);
        }
        finally
        {
            // After a throw downstream nothing else would reach the other waits: this source is gone before the cmdlet's own is cancelled.
            enough.Cancel();
        }

        async Task WaitAsync(ContainerTarget target)
        {
            Action write;
            try
            {
                var container = await new ContainerWait(target, Condition!.Value, Pattern, Timeout?.ToTimeSpan()).RunAsync(enough.Token).ConfigureAwait(false);
                write = () =>
                {
                    if (!enough.IsCancellationRequested)
                    {
                        if (Any)
                        {
                            enough.Cancel();
                        }

                        WriteObject(container);
                    }
                };
            }
            catch (OperationCanceledException) when (enough.IsCancellationRequested)
            {
                write = () => { };
            }
            catch (Exception failure)
            {
                write = () => WriteFailure(failure, target.Name);
            }

            Thread.Post(() =>
            {
                left--;
                write();
            });
        }
    }
}
