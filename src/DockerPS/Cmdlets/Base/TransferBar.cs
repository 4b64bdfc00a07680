using System;
using System.Diagnostics;
using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets;

/// <summary>Shows a transfer as one progress bar: at most five updates a second, and always completed.</summary>
internal sealed class TransferBar : IProgress<TransferProgress>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static int s_lastId;

    private readonly Action<ProgressRecord> _show;
    private readonly string _activity;
    private readonly int _id = System.Threading.Interlocked.Increment(ref s_lastId);
    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private readonly object _lock = new();
    private bool _shown;

    /// <summary>Makes a bar; nothing is shown before the first report.</summary>
    /// <param name="activity">What is done, for the bar's head.</param>
    /// <param name="show">Shows a record; called on any thread.</param>
    public TransferBar(string activity, Action<ProgressRecord> show)
    {
        _activity = activity;
        _show = show;
    }

    public void Report(TransferProgress value)
    {
        lock (_lock)
        {
            if (_shown && _sinceShown.Elapsed < Interval)
            {
                return;
            }

            _shown = true;
            _sinceShown.Restart();
        }

        var record = new ProgressRecord(_id, _activity, value.Status.Length > 0 ? value.Status : "...");
        if (value.Total > 0)
        {
            record.PercentComplete = (int)Math.Min(100, value.Current * 100 / value.Total);
            record.CurrentOperation = ByteText.Of(value.Current) + " of " + ByteText.Of(value.Total);
        }

        if (value.Layers > 0)
        {
            record.StatusDescription = $"{value.LayersDone} of {value.Layers} layers, {value.Status}";
        }

        if (value.Steps > 0)
        {
            record.PercentComplete = Math.Min(100, value.StepsDone * 100 / value.Steps);
        }

        _show(record);
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!_shown)
            {
                return;
            }

            _shown = false;
        }

        _show(new ProgressRecord(_id, _activity, "Done") { RecordType = ProgressRecordType.Completed });
    }
}
