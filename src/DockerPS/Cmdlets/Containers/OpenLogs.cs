using System;
using System.Collections.Generic;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>The logs that a command has open. A stop may come at any time and from another thread: then every one is closed, also one that is opened just then.</summary>
internal sealed class OpenLogs : IDisposable
{
    private readonly List<ILogReader> _readers = [];
    private bool _closed;

    /// <summary>Keeps a log that was opened; closes it at once where the stop was before.</summary>
    public ILogReader Keep(ILogReader reader)
    {
        lock (_readers)
        {
            if (!_closed)
            {
                _readers.Add(reader);
                return reader;
            }
        }

        reader.Dispose();
        throw new OperationCanceledException();
    }

    public void Dispose()
    {
        lock (_readers)
        {
            _closed = true;
            _readers.ForEach(reader => reader.Dispose());
        }
    }
}
