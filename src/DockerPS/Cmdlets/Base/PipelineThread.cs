using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading;

namespace DockerPS.Cmdlets;

/// <summary>
/// Brings work back to the pipeline's own thread: only there may a cmdlet write. Other threads post; the pipeline thread runs
/// what was posted while it waits.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    /// <summary>How long a stop waits for running requests to end by themselves; Ctrl-C promises half a second.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<Action> _posted = new();
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
    public void Signal()
    {
        try
        {
            _signal.Release();
        }
        catch (ObjectDisposedException)
        {
            // The cmdlet is gone; what it had started ends after it, and nobody waits for the signal.
        }
    }

    /// <summary>Runs what was posted until <paramref name="done"/>.</summary>
    /// <param name="done">Asked after each signal.</param>
    /// <param name="limit">The longest wait; null for none.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public void WaitUntil(Func<bool> done, TimeSpan? limit = null)
    {
        var deadline = limit is { } time ? DateTime.UtcNow + time : (DateTime?)null;
        while (true)
        {
            if (_stop.IsCancellationRequested)
            {
                Stop(done);
            }

            while (_posted.TryDequeue(out var action))
            {
                action();
            }

            if (done())
            {
                return;
            }

            if (deadline is null)
            {
                _signal.Wait(CancellationToken.None);
            }
            else if (deadline.Value - DateTime.UtcNow is var left && (left <= TimeSpan.Zero || !_signal.Wait(left, CancellationToken.None)))
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        _signal.Dispose();
    }

    private void Stop(Func<bool> done)
    {
        var deadline = DateTime.UtcNow + Grace;
        while (!done() && deadline - DateTime.UtcNow is var left && left > TimeSpan.Zero)
        {
            _signal.Wait(left, CancellationToken.None);
        }

        throw new PipelineStoppedException();
    }
}
