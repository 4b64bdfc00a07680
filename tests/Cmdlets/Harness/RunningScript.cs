using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace DockerPS.Tests.Cmdlets;

/// <summary>A script that is under way in a <see cref="PowerShellHost"/>.</summary>
public sealed class RunningScript : IDisposable
{
    private readonly PowerShell _powerShell;
    private readonly RecordingUI _ui;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly IAsyncResult _end;

    internal RunningScript(PowerShell powerShell, RecordingUI ui)
    {
        _powerShell = powerShell;
        _ui = ui;
        _end = powerShell.BeginInvoke<PSObject, PSObject>(input: null, _output);
    }

    /// <summary>What has come so far.</summary>
    public IReadOnlyList<PSObject> Output => Copy(_output);

    /// <summary>What has come so far.</summary>
    public IReadOnlyList<ProgressRecord> Progress => Copy(_powerShell.Streams.Progress);

    public bool HasEnded => _end.IsCompleted;

    /// <summary>Waits until so many objects have come.</summary>
    public void WaitForOutput(int count = 1, TimeSpan? limit = null) => WaitUntil(() => _output.Count >= count, limit);

    /// <summary>Waits until something is so; asks often.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public void WaitUntil(Func<bool> condition, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (HasEnded && !condition())
            {
                var outcome = End(TimeSpan.Zero);
                throw new InvalidOperationException($"The script ended before: {outcome}");
            }

            if (waited.Elapsed > (limit ?? TimeSpan.FromSeconds(15)))
            {
                throw new TimeoutException($"What the test waits for did not come; {_output.Count} objects did.");
            }

            Thread.Sleep(5);
        }
    }

    /// <summary>Does what Ctrl-C does, and says how long the script went on after it.</summary>
    /// <exception cref="TimeoutException">It went on for longer than the limit.</exception>
    public TimeSpan Stop(TimeSpan? limit = null)
    {
        var waited = Stopwatch.StartNew();
        var stopping = _powerShell.BeginStop(callback: null, state: null);
        if (!stopping.AsyncWaitHandle.WaitOne(limit ?? TimeSpan.FromSeconds(10)) || !_end.AsyncWaitHandle.WaitOne(limit ?? TimeSpan.FromSeconds(10)))
        {
            throw new TimeoutException($"The script did not stop within {waited.Elapsed.TotalSeconds:0.0} s.");
        }

        return waited.Elapsed;
    }

    /// <summary>Waits for the end. A script that takes longer is stopped.</summary>
    public Outcome End(TimeSpan? limit = null)
    {
        var allowed = limit ?? PowerShellHost.DefaultTimeLimit;
        if (!_end.AsyncWaitHandle.WaitOne(allowed))
        {
            Stop();
            throw new TimeoutException($"The script did not end within {allowed.TotalSeconds:0} s.");
        }

        var duration = _time.Elapsed;
        Exception? failure = null;
        try
        {
            _powerShell.EndInvoke(_end);
        }
        catch (Exception thrown) when (thrown is RuntimeException or InvalidOperationException)
        {
            failure = thrown;
        }

        var (lines, prompts) = _ui.Take();
        var streams = _powerShell.Streams;
        return new Outcome
        {
            Output = Copy(_output),
            Errors = Copy(streams.Error),
            Warnings = [.. Copy(streams.Warning).Select(record => record.Message)],
            Verbose = [.. Copy(streams.Verbose).Select(record => record.Message)],
            Debug = [.. Copy(streams.Debug).Select(record => record.Message)],
            Information = Copy(streams.Information),
            Progress = Copy(streams.Progress),
            HostLines = [.. lines.Select(line => line.TrimEnd())],
            Prompts = prompts,
            Exception = failure,
            Duration = duration,
        };
    }

    public void Dispose()
    {
        if (!HasEnded)
        {
            Stop();
        }

        _powerShell.Dispose();
        _output.Dispose();
    }

    // An enumeration would fail when something comes meanwhile; this is done under the collection's lock.
    private static List<T> Copy<T>(PSDataCollection<T> collection) => new(collection);
}
