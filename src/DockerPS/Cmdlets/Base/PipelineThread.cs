using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading;

namespace DockerPS.Cmdlets;

/// <summary>
/// Brings work back to the pipeline's own thread: only there may a cmdlet write. Other threads post; the pipeline thread runs
/// what was posted while it waits.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    private readonly ConcurrentQueue<Action> _posted = new();

    // Never disposed: work that outlives the cmdlet still signals, and without a wait handle there is nothing to free.
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationToken _stop;
    private readonly CancellationTokenRegistration _registration;

    public PipelineThread(CancellationToken stop)
    {
        _stop = stop;
        _registration = stop.Register(Signal);
    }

    /// <summary>Has something done on the pipeline's thread, soon. May be called from any thread.</summary>
    public void Post(Action action)
    {
        _posted.Enqueue(action);
        Signal();
    }

    /// <summary>Wakes the pipeline's thread to look again. May be called from any thread.</summary>
    public void Signal() => _signal.Release();

    /// <summary>Runs what was posted until <paramref name="done"/>.</summary>
    /// <param name="done">Asked after each signal.</param>
    /// <param name="limit">The longest wait; null for none.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public void WaitUntil(Func<bool> done, TimeSpan? limit = null)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            RunPosted();
            if (done())
            {
                // What was posted before the work was done belongs to it.
                RunPosted();
                return;
            }

            if (limit is null)
            {
                _signal.Wait(CancellationToken.None);
            }
            else if (limit.Value - waited.Elapsed is var left && (left <= TimeSpan.Zero || !_signal.Wait(left, CancellationToken.None)))
            {
                return;
            }
        }
    }

    public void Dispose() => _registration.Dispose();

    private void RunPosted()
    {
        while (true)
        {
            if (_stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }

            if (!_posted.TryDequeue(out var action))
            {
                return;
            }

            action();
        }
    }
}
