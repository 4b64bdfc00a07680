using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>Where a subscriber's events come from. It listens as long as somebody is subscribed.</summary>
#pragma warning disable CA1001 // What ends the listening can't be disposed of while listeners hold its token; it has no timer and no handle to free.
public sealed class DockerEventSource
#pragma warning restore CA1001
{
    private readonly IReadOnlyList<EventSource> _sources;
    private readonly TaskCompletionSource<bool> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private EventHandler<DockerEventArgs>? _received;
    private CancellationTokenSource? _listening;
    private int _waitedFor;

    internal DockerEventSource(IReadOnlyList<EventSource> sources)
    {
        _sources = sources;
        _waitedFor = sources.Count;
    }

    /// <summary>Something happened on an engine.</summary>
    public event EventHandler<DockerEventArgs> Received
    {
        add
        {
            lock (_gate)
            {
                _received += value;
                if (_listening is null)
                {
                    _listening = new CancellationTokenSource();
                    foreach (var source in _sources)
                    {
                        var cancel = _listening.Token;
                        _ = Task.Run(() => ListenAsync(source, cancel), CancellationToken.None);
                    }
                }
            }
        }

        remove
        {
            lock (_gate)
            {
                _received -= value;
                if (_received is null)
                {
                    // Not disposed: the listeners still hold its token.
                    _listening?.Cancel();
                    _listening = null;
                }
            }
        }
    }

    /// <summary>Ends when all engines listen, or with the first failure.</summary>
    internal Task ConnectedAsync => _connected.Task;

    private async Task ListenAsync(EventSource source, CancellationToken cancel)
    {
        var first = true;
        try
        {
            await source.Engine.Daemon.EventsAsync(source.Query, happened => Raise(source, happened, cancel), Told, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _connected.TrySetCanceled(cancel);
        }
        catch (Exception failure)
        {
            // The first connection's failure is the registration's. A later one is an answer that no other attempt would change: then nothing comes any more.
            _connected.TrySetException(failure);
        }

        void Told(DockerException? failure)
        {
            if (failure is null && first)
            {
                first = false;
                if (Interlocked.Decrement(ref _waitedFor) == 0)
                {
                    _connected.TrySetResult(true);
                }
            }
        }
    }

    private void Raise(EventSource source, DockerEvent happened, CancellationToken cancel)
    {
        if (!source.Wants(happened))
        {
            return;
        }

        lock (_gate)
        {
            if (!cancel.IsCancellationRequested)
            {
                _received?.Invoke(this, new DockerEventArgs(happened));
            }
        }
    }
}
