using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets;

/// <summary>A cmdlet that asks engines for lists: all at once, each engine's items together and written as its answer arrives.</summary>
public abstract class EngineListCmdlet : EngineCmdlet
{
    private protected EngineListCmdlet()
    {
    }

    /// <summary>Asks the engines that a reference may mean, beside those of other references, and writes what they say in its place.</summary>
    private protected void ListFrom<T>(Reference reference, Func<IDockerEngine, CancellationToken, Task<IReadOnlyList<T>>> ask)
        where T : class
    {
        IReadOnlyList<IDockerEngine> engines;
        try
        {
            engines = EnginesOf(reference);
        }
        catch (DockerException failure)
        {
            Work.AddFailure(reference.ToString(), failure);
            return;
        }

        foreach (var engine in engines)
        {
            Work.Add(reference.ToString(), async (item, cancel) =>
            {
                foreach (var found in await ask(engine, cancel).ConfigureAwait(false))
                {
                    item.Write(found);
                }
            });
        }
    }

    /// <summary>Asks every engine and writes each answer when it is there; an engine that fails is one error.</summary>
    private protected void ListFrom<T>(IReadOnlyList<IDockerEngine> engines, Func<IDockerEngine, CancellationToken, Task<IReadOnlyList<T>>> ask)
    {
        using var room = new SemaphoreSlim(ThrottleLimit);
        var left = engines.Count;
        foreach (var engine in engines)
        {
            Start(_ => AskAsync(engine));
        }

        Thread.WaitUntil(() => left == 0);

        async Task AskAsync(IDockerEngine engine)
        {
            Action write;
            try
            {
                await room.WaitAsync(Cancel).ConfigureAwait(false);
                try
                {
                    var items = await ask(engine, Cancel).ConfigureAwait(false);
                    write = () => Write(items);
                }
                finally
                {
                    room.Release();
                }
            }
            catch (Exception failure)
            {
                write = () => WriteFailure(failure, engine.Endpoint.Name);
            }

            Thread.Post(() =>
            {
                left--;
                write();
            });
        }
    }

    private void Write<T>(IReadOnlyList<T> items)
    {
        foreach (var item in items)
        {
            WriteObject(item);
        }
    }
}
