using System.Threading;

namespace DockerPS.Cmdlets.Containers;

/// <summary>How much of a command's output may wait to be written: a reader that is ahead of the pipeline waits for it.</summary>
internal sealed class OutputBound
{
    private const int Most = 4 * 1024 * 1024;

    private readonly object _lock = new();
    private int _held;
    private bool _open;

    /// <summary>Waits for room, and takes it.</summary>
    public void Enter(int size)
    {
        lock (_lock)
        {
            while (_held > Most && !_open)
            {
                Monitor.Wait(_lock);
            }

            _held += size;
        }
    }

    /// <summary>Gives room back.</summary>
    public void Leave(int size)
    {
        lock (_lock)
        {
            _held -= size;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Lets everyone in: nobody writes any more.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _open = true;
            Monitor.PulseAll(_lock);
        }
    }
}
