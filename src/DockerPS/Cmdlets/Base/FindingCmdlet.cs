using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets;

/// <summary>A cmdlet that finds what references mean, and works on that.</summary>
public abstract class FindingCmdlet : EngineCmdlet
{
    private protected FindingCmdlet()
    {
    }

    /// <summary>What a reference means, on all engines that it may mean. What can't be found is reported in its place in the output.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="known">What it means on an engine when it brought the whole id.</param>
    /// <param name="find">Asks an engine.</param>
    private protected IEnumerable<T> Find<T>(Reference reference, Func<IDockerEngine, T> known, Func<IDockerEngine, CancellationToken, Task<IReadOnlyList<T>>> find)
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
                yield return known(engine);
            }

            yield break;
        }

        foreach (var (found, failure) in Await(cancel => Task.WhenAll(engines.Select(engine => TryFindAsync(engine, find, cancel)))))
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

    /// <summary>Works on one thing beside others; a failure names it as the user does.</summary>
    private protected void Add(string id, string name, Func<WorkItem, CancellationToken, Task> work) => Work.Add(name, async (item, cancel) =>
    {
        try
        {
            await work(item, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Naming(id, name) is var named && named != failure)
        {
            throw named;
        }
    });

    private static async Task<(IReadOnlyList<T> Found, DockerException? Failure)> TryFindAsync<T>(
        IDockerEngine engine, Func<IDockerEngine, CancellationToken, Task<IReadOnlyList<T>>> find, CancellationToken cancel)
    {
        try
        {
            return (await find(engine, cancel).ConfigureAwait(false), null);
        }
        catch (DockerException failure)
        {
            return ([], failure);
        }
    }
}
