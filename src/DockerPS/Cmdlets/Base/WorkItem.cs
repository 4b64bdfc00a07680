using System;
using System.Collections.Concurrent;
using System.Management.Automation;

namespace DockerPS.Cmdlets;

/// <summary>One thing in work beside others. What it has to say is kept until its turn, so that output stays in the input's order.</summary>
internal sealed class WorkItem
{
    private readonly ConcurrentQueue<Action<EngineCmdlet>> _kept = new();
    private readonly Action _signal;
    private volatile bool _done;

    public WorkItem(object? target, Action signal)
    {
        Target = target;
        _signal = signal;
    }

    /// <summary>What errors name as their target.</summary>
    public object? Target { get; }

    /// <summary>The work is done; what is kept may still have to be written.</summary>
    public bool Done => _done;

    public void Write(object value) => Keep(cmdlet => cmdlet.WriteObject(value));

    public void Warn(string text) => Keep(cmdlet => cmdlet.WriteWarning(text));

    public void Verbose(string text) => Keep(cmdlet => cmdlet.WriteVerbose(text));

    public void Fail(Exception failure) => Keep(cmdlet => cmdlet.WriteError(Errors.ErrorRecords.Create(failure, Target)));

    /// <summary>Has something done in its turn, on the pipeline's thread.</summary>
    public void Do(Action<EngineCmdlet> action) => Keep(action);

    public void Finish()
    {
        // After all that is kept: whoever sees this sees that too.
        _done = true;
        _signal();
    }

    /// <summary>Writes what is kept; on the pipeline's thread.</summary>
    public void Flush(EngineCmdlet cmdlet)
    {
        while (_kept.TryDequeue(out var write))
        {
            write(cmdlet);
        }
    }

    private void Keep(Action<EngineCmdlet> write)
    {
        _kept.Enqueue(write);
        _signal();
    }
}
