using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets;

/// <summary>What every cmdlet here stands on: cancellation, disposal, and the way back to the pipeline's thread.</summary>
public abstract class DockerCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private PipelineThread? _thread;
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
        var task = Task.Run(() => work(Cancel), CancellationToken.None);
        _ = task.ContinueWith(_ => Thread.Signal(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Thread.WaitUntil(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>A progress bar that any thread may report to; it is completed when disposed, also after a stop.</summary>
    private protected TransferBar Bar(string activity)
    {
        var source = Interlocked.Increment(ref s_lastProgressSource);
        return new TransferBar(activity, record =>
        {
            // A stopped cmdlet may not write any more: then the host itself is told that the bar is done.
            if (Cancel.IsCancellationRequested)
            {
                Host.UI.WriteProgress(source, record);
            }
            else
            {
                Thread.Post(() => CommandRuntime.WriteProgress(source, record));
            }
        });
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
            _thread?.Dispose();
        }
    }
}
