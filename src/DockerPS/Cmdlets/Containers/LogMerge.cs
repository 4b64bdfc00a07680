using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Reads several logs side by side and writes their entries by time.</summary>
internal sealed class LogMerge : IDisposable
{
    /// <summary>How long a followed log that is silent holds up the others' entries.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(100);

    private readonly List<LogSource> _sources;
    private readonly bool _follow;
    private readonly Action<Exception, string> _report;
    private readonly CancellationToken _cancel;

    /// <summary>Makes a merge of open logs, which it closes.</summary>
    /// <param name="readers">The logs, and what errors name as their targets.</param>
    /// <param name="follow">The logs go on: then their order is by time as far as the entries come in time.</param>
    /// <param name="report">Reports a failure of one log; the others go on.</param>
    /// <param name="cancel">Ends the merge.</param>
    public LogMerge(IEnumerable<(ILogReader Reader, string Target)> readers, bool follow, Action<Exception, string> report, CancellationToken cancel)
    {
        _sources = readers.Select(open => new LogSource(open.Reader, open.Target)).ToList();
        _follow = follow;
        _report = report;
        _cancel = cancel;
    }

    /// <summary>Writes everything, on the pipeline's thread.</summary>
    public void Run(PipelineThread thread, Action<ContainerLogEntry> write)
    {
        foreach (var source in _sources)
        {
            _ = Task.Factory.StartNew(() => source.ReadAllAsync(thread.Signal, _cancel), _cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        var open = _sources.ToList();
        while (open.Count > 0)
        {
            Wait(thread, open);
            LogSource? next = null;
            foreach (var source in open)
            {
                if (source.HasEntry && (next is null || source.First.Time < next.First.Time))
                {
                    next = source;
                }
            }

            if (next is not null)
            {
                write(next.Take());
            }

            foreach (var ended in open.Where(source => source.Ended).ToList())
            {
                open.Remove(ended);
                if (ended.Failure is { } failure)
                {
                    _report(failure, ended.Target);
                }
            }
        }
    }

    // A followed log may be silent for ever: then what the others have written waits a moment for it, and goes.
    private void Wait(PipelineThread thread, List<LogSource> open)
    {
        TimeSpan? limit = null;
        if (_follow)
        {
            thread.WaitUntil(() => open.Exists(source => source.Ready));
            var waited = open.Where(source => source.HasEntry).Select(source => source.Waited).DefaultIfEmpty(Silence).Max();
            limit = waited < Silence ? Silence - waited : TimeSpan.Zero;
        }

        thread.WaitUntil(() => open.TrueForAll(source => source.Ready), limit);
    }

    public void Dispose() => _sources.ForEach(source => source.Dispose());
}
