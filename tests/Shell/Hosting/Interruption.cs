using System;
using System.Management.Automation.Runspaces;
using System.Threading;

namespace DockerPS.Shell.Hosting;

/// <summary>Ctrl-C stops the pipeline that runs, never the host.</summary>
internal sealed class Interruption(bool exitsWhenStuck) : IDisposable
{
    private readonly Lock _gate = new();
    private Pipeline? _running;
    private int _times;

    public bool WasInterrupted { get; private set; }

    public IDisposable Listen()
    {
        Console.CancelKeyPress += OnCancelKey;
        return new Ending(() => Console.CancelKeyPress -= OnCancelKey);
    }

    /// <summary>Until disposed, this pipeline is the one to stop; a nested one gives the place back to the outer one.</summary>
    public IDisposable Watch(Pipeline pipeline)
    {
        Pipeline? outer;
        lock (_gate)
        {
            (outer, _running) = (_running, pipeline);
            _times = 0;
        }

        return new Ending(() =>
        {
            lock (_gate)
            {
                _running = outer;
            }
        });
    }

    public void Stop()
    {
        Pipeline? running;
        lock (_gate)
        {
            running = _running;
            _times++;
            WasInterrupted |= running is not null;
        }

        // A thread blocked in a read of redirected input doesn't hear the first.
        if (_times > 1 && exitsWhenStuck)
        {
            Environment.Exit(ExitCode.Interrupted);
        }

        running?.StopAsync();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _running = null;
        }
    }

    private void OnCancelKey(object? sender, ConsoleCancelEventArgs key)
    {
        key.Cancel = true;
        Stop();
    }

    private sealed class Ending(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
