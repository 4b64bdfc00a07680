using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>One log of a merge: read on a thread of its own, at most a few batches ahead.</summary>
internal sealed class LogSource : IDisposable
{
    private const int BatchesAhead = 8;

    private readonly ILogReader _reader;
    private readonly BlockingCollection<(List<ContainerLogEntry> Entries, Stopwatch SinceRead)> _batches = new(BatchesAhead);
    private List<ContainerLogEntry> _batch = [];
    private Stopwatch _sinceRead = new();
    private int _next;

    public LogSource(ILogReader reader, string target)
    {
        _reader = reader;
        Target = target;
    }

    /// <summary>What errors name as their target.</summary>
    public string Target { get; }

    /// <summary>Why the log broke off; null where it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>There is an entry to take.</summary>
    public bool HasEntry
    {
        get
        {
            if (_next >= _batch.Count && _batches.TryTake(out var batch))
            {
                (_batch, _sinceRead) = batch;
                _next = 0;
            }

            return _next < _batch.Count;
        }
    }

    /// <summary>Nothing comes any more.</summary>
    public bool Ended => _batches.IsAddingCompleted && !HasEntry;

    /// <summary>It is known what comes next: an entry, or nothing.</summary>
    public bool Ready => HasEntry || Ended;

    /// <summary>The entry that is next.</summary>
    public ContainerLogEntry First => _batch[_next];

    /// <summary>How long ago that entry was read.</summary>
    public TimeSpan Waited => _sinceRead.Elapsed;

    public ContainerLogEntry Take() => _batch[_next++];

    /// <summary>Reads the log to its end.</summary>
    /// <param name="signal">Called when there is something new.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task ReadAllAsync(Action signal, CancellationToken cancel)
    {
        try
        {
            for (var batch = new List<ContainerLogEntry>(); _reader.Read(batch); batch = [])
            {
                _batches.Add((batch, Stopwatch.StartNew()), cancel);
                signal();
            }

            await _reader.ConfirmEndAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The pipeline was stopped, or the reader closed by it.
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
        finally
        {
            _batches.CompleteAdding();
            signal();
        }
    }

    public void Dispose() => _reader.Dispose();
}
