using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>
/// Asks engines for candidates, as a command of its own: so it finds them as every other command does. Not exported. It gives up soon, and an engine that let it wait is not
/// asked again for a while.
/// </summary>
[Cmdlet(VerbsCommon.Get, "Completion")]
internal sealed class CompletionQuery : EngineCmdlet
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Grudge = TimeSpan.FromSeconds(10);

    private static readonly ConcurrentDictionary<Uri, long> Silent = new();

    [Parameter(Mandatory = true)]
    public CompletionQuestion Ask { get; set; } = null!;

    protected override void ProcessRecord()
    {
        var engines = Engines.Where(MayAnswer).ToList();
        foreach (var answer in Await(_ => Task.WhenAll(engines.Select(TryAskAsync))))
        {
            WriteObject(answer, enumerateCollection: true);
        }
    }

    private static bool MayAnswer(IDockerEngine engine) =>
        !Silent.TryGetValue(engine.Endpoint.Address, out var since)
        || TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - since) / (double)Stopwatch.Frequency) > Grudge;

    private async Task<IReadOnlyList<Candidate>> TryAskAsync(IDockerEngine engine)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var asked = Task.Run(() => Ask(engine, limit.Token), CancellationToken.None);
        try
        {
            if (await Task.WhenAny(asked, Task.Delay(Patience, Cancel)).ConfigureAwait(false) == asked)
            {
                Silent.TryRemove(engine.Endpoint.Address, out _);
                return (await asked.ConfigureAwait(false)).ToList();
            }

            Silent[engine.Endpoint.Address] = Stopwatch.GetTimestamp();
            limit.Cancel();
        }
        catch (DockerException)
        {
            // There is nothing to offer; what is wrong the command itself will say.
        }

        _ = asked.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return [];
    }
}
