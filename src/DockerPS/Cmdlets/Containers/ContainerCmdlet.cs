using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>A cmdlet that works on containers that are there.</summary>
public abstract class ContainerCmdlet : EngineCmdlet
{
    private protected ContainerCmdlet()
    {
    }

    /// <summary>
    /// The containers that a reference means, on all engines that it may mean. What can't be found is reported in its place in the output.
    /// </summary>
    private protected IEnumerable<ContainerTarget> Find(ContainerReference reference)
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
            // Most of what a pipeline brings: nothing is asked, so no other thread is waited for.
            foreach (var engine in engines)
            {
                yield return ContainerFinder.Known(engine, reference);
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

    /// <summary>Works on one container beside others; a failure names it by its name.</summary>
    private protected void Add(ContainerTarget target, Func<WorkItem, CancellationToken, Task> work) => Work.Add(target.Name, async (item, cancel) =>
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

    private async Task<(IReadOnlyList<ContainerTarget> Found, DockerException? Failure)> TryFindAsync(IDockerEngine engine, ContainerReference reference)
    {
        try
        {
            return (await ContainerFinder.FindAsync(engine, reference, Cancel).ConfigureAwait(false), null);
        }
        catch (DockerException failure)
        {
            return ([], failure);
        }
    }
}
