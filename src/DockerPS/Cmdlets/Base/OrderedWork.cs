using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets;

/// <summary>Works on several items side by side and writes what they say in the order they came in.</summary>
internal sealed class OrderedWork
{
    private readonly EngineCmdlet _cmdlet;
    private readonly PipelineThread _thread;
    private readonly int _throttle;
    private readonly CancellationToken _cancel;
    private readonly Queue<WorkItem> _items = new();
    private readonly Stopwatch _sinceLastItem = Stopwatch.StartNew();
    private int _running;

    /// <summary>Makes the queue of a cmdlet.</summary>
    /// <param name="cmdlet">Who writes.</param>
    /// <param name="thread">The pipeline's thread.</param>
    /// <param name="throttle">How many items are in work at a time; 1 is strict: each done before the next is looked at.</param>
    /// <param name="cancel">Ends all work.</param>
    public OrderedWork(EngineCmdlet cmdlet, PipelineThread thread, int throttle, CancellationToken cancel)
    {
        _cmdlet = cmdlet;
        _thread = thread;
        _throttle = throttle;
        _cancel = cancel;
    }

    /// <summary>Starts work on an item, as soon as there is room for it.</summary>
    public void Add(object? target, Func<WorkItem, CancellationToken, Task> work)
    {
        // How long the items' source took for this one: see the end of this method.
        var gap = _sinceLastItem.Elapsed;
        WaitUntil(() => Volatile.Read(ref _running) < _throttle);
        Interlocked.Increment(ref _running);
        var item = new WorkItem(target, _thread.Signal);
        _items.Enqueue(item);
        _ = Task.Run(() => RunAsync(item, work), CancellationToken.None);

        if (_throttle == 1)
        {
            Finish();
        }
        else
        {
            // Nothing can be written between two inputs. So after a slow input this waits for the results that are due, at most
            // as long again as the input took; a fast source is not held up.
            WaitUntil(() => _items.Count == 0, gap < TimeSpan.FromMilliseconds(20) ? TimeSpan.Zero : gap);
        }

        _sinceLastItem.Restart();
    }

    /// <summary>Adds an item that has failed already, in its place.</summary>
    public void AddFailure(object? target, Exception failure)
    {
        var item = new WorkItem(target, _thread.Signal);
        item.Fail(failure);
        item.Finish();
        _items.Enqueue(item);
        Flush();
    }

    /// <summary>Waits for all items.</summary>
    public void Finish() => WaitUntil(() => _items.Count == 0);

    /// <summary>Waits, a bounded time and without writing, for what is still running after a stop.</summary>
    public void Abandon(TimeSpan limit)
    {
        if (Volatile.Read(ref _running) > 0)
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref _running) == 0, limit);
        }
    }

    /// <summary>Waits for something, and writes meanwhile what is due.</summary>
    /// <param name="done">Asked after each signal to the pipeline's thread.</param>
    /// <param name="limit">The longest wait; null for none.</param>
    public void WaitUntil(Func<bool> done, TimeSpan? limit = null) => _thread.WaitUntil(
        () =>
        {
            Flush();
            return done();
        },
        limit);

    private void Flush()
    {
        while (_items.Count > 0)
        {
            var first = _items.Peek();
            var done = first.Done;
            first.Flush(_cmdlet);
            if (!done)
            {
                return;
            }

            _items.Dequeue();
        }
    }

    private async Task RunAsync(WorkItem item, Func<WorkItem, CancellationToken, Task> work)
    {
        try
        {
            await work(item, _cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            // The pipeline was stopped; nobody reads what this item would say.
        }
        catch (Exception failure)
        {
            item.Fail(failure);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            item.Finish();
        }
    }
}
