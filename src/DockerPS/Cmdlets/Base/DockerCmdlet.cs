using System;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets;

/// <summary>What every cmdlet here stands on: cancellation, disposal, and the way back to the pipeline's thread.</summary>
public abstract class DockerCmdlet : PSCmdlet, IDisposable
{
    /// <summary>How long a cmdlet that goes waits for what it started and has cancelled.</summary>
    private protected static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private PipelineThread? _thread;
    private int _started;
    private volatile bool _showsProgress;
    private static long s_lastProgressSource = 0x00D0_C4E2;

    private protected DockerCmdlet()
    {
    }

    /// <summary>Cancelled when the pipeline stops or the cmdlet goes.</summary>
    private protected CancellationToken Cancel => _stop.Token;

    private protected PipelineThread Thread => _thread ??= new PipelineThread(Cancel);

    /// <summary>Runs asynchronous work and waits for it, doing meanwhile what is posted to the pipeline's thread.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        var thread = Thread;
        var task = Start(work);
        _ = task.ContinueWith(_ => thread.Signal(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        thread.WaitUntil(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Starts work beside the pipeline's thread. A cmdlet that goes waits for it, a bounded time.</summary>
    private protected Task<T> Start<T>(Func<CancellationToken, Task<T>> work)
    {
        Interlocked.Increment(ref _started);
        return Task.Run(RunAsync, CancellationToken.None);

        async Task<T> RunAsync()
        {
            try
            {
                return await work(Cancel).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _started);
            }
        }
    }

    /// <summary>Starts work beside the pipeline's thread that posts what it has to say. A cmdlet that goes waits for it, a bounded time.</summary>
    private protected void Start(Func<CancellationToken, Task> work)
    {
        Interlocked.Increment(ref _started);
        _ = Task.Run(RunAsync, CancellationToken.None);

        async Task RunAsync()
        {
            try
            {
                await work(Cancel).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _started);
            }
        }
    }

    /// <summary>A progress bar that any thread may report to; it is completed when disposed, also after a stop.</summary>
    private protected TransferBar Bar(string activity)
    {
        var source = Interlocked.Increment(ref s_lastProgressSource);
        return new TransferBar(activity, record =>
        {
            // A stopped cmdlet may not write any more: then the host itself is told that the bar is done.
            if (!Cancel.IsCancellationRequested)
            {
                Thread.Post(() =>
                {
                    _showsProgress = ShowsProgress();
                    CommandRuntime.WriteProgress(source, record);
                });
            }
            else if (_showsProgress)
            {
                Host.UI.WriteProgress(source, record);
            }
        });
    }

    private bool ShowsProgress()
    {
        var wish = MyInvocation.BoundParameters.TryGetValue("ProgressAction", out var action) ? action : GetVariableValue("ProgressPreference");
        return !LanguagePrimitives.TryConvertTo<ActionPreference>(wish, CultureInfo.InvariantCulture, out var preference)
            || preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    /// <summary>Reports a failure of one item; the pipeline goes on.</summary>
    private protected void WriteFailure(Exception failure, object? target) =>
        WriteError(Errors.ErrorRecords.Create(failure, target));

    /// <summary>Ends the command with a failure.</summary>
    private protected void ThrowFailure(Exception failure, object? target) =>
        ThrowTerminatingError(Errors.ErrorRecords.Create(failure, target));

    /// <summary>Called on another thread when the pipeline is stopped.</summary>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>
    /// PowerShell calls only this, and no EndProcessing, after <c>Select-Object -First</c>, <c>-ErrorAction Stop</c>, <c>break</c> or a throw downstream.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is still in work.</summary>
    /// <param name="disposing">True when called by Dispose.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();
            SpinWait.SpinUntil(() => Volatile.Read(ref _started) == 0, EndLimit);
            _thread?.Dispose();
        }
    }
}
