using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets;

/// <summary>A cmdlet that works on things that are there, whatever they are.</summary>
public abstract class TargetCmdlet : EngineCmdlet
{
    private protected TargetCmdlet()
    {
    }

    /// <summary>Finds what a reference means on one engine. An unmatched wildcard is an empty list, an unmatched literal a failure.</summary>
    private protected abstract Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel);

    /// <summary>The things that a reference means, on all engines that it may mean. What can't be found is reported in its place in the output.</summary>
    private protected IEnumerable<Target> Find(Reference reference)
    {
        IReadOnlyList<IDockerEngine> engines;
        try
        {
            engines = EnginesOf(reference);
        }
        catch (DockerException failure)
        {
            Work.AddFailure(reference.ToString(), failure);
            yield break;
        }

        if (reference.IsId)
        {
            // Most of what a pipeline brings: nothing is asked, so no other thing is waited for.
            foreach (var engine in engines)
            {
                yield return new Target(engine, reference.Text, reference.Name, reference.About);
            }

            yield break;
        }

        foreach (var (found, failure) in Await(_ => Task.WhenAll(engines.Select(engine => TryFindAsync(engine, reference)))))
        {
            if (failure is not null)
            {
                Work.AddFailure(reference.ToString(), failure);
            }

            foreach (var target in found)
            {
                yield return target;
            }
        }
    }

    /// <summary>Works on one thing beside others; a failure names it by its name.</summary>
    private protected void Add(Target target, Func<WorkItem, CancellationToken, Task> work) => Work.Add(target.Name, async (item, cancel) =>
    {
        try
        {
            await work(item, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Naming(target.Id, target.Name) is var named && named != failure)
        {
            throw named;
        }
    });

    private async Task<(IReadOnlyList<Target> Found, DockerException? Failure)> TryFindAsync(IDockerEngine engine, Reference reference)
    {
        try
        {
            return (await FindAsync(engine, reference, Cancel).ConfigureAwait(false), null);
        }
        catch (DockerException failure)
        {
            return ([], failure);
        }
    }
}
