using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>
/// A container's log being read. Reads block the calling thread, since only a blocking socket is fast enough
/// for a log that comes as a million small pieces; <see cref="IDisposable.Dispose"/> from another thread ends one.
/// </summary>
public interface ILogReader : IDisposable
{
    /// <summary>The name of the container.</summary>
    string Container { get; }

    /// <summary>Reads what has come, at least one entry.</summary>
    /// <param name="entries">Gets the entries added.</param>
    /// <returns>False at the end of the log.</returns>
    /// <exception cref="DockerException">The log was cut off before its end.</exception>
    bool Read(ICollection<ContainerLogEntry> entries);

    /// <summary>Reads what has come as text, at least one line; lines that were split arrive whole.</summary>
    /// <param name="lines">Gets the lines added, without times.</param>
    /// <returns>False at the end of the log.</returns>
    /// <exception cref="DockerException">The log was cut off before its end.</exception>
    bool ReadRaw(ICollection<string> lines);

    /// <summary>After the end: asks the engine whether it was one, or whether the log was cut off.</summary>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="DockerException">The engine is gone, or the container still runs.</exception>
    Task ConfirmEndAsync(CancellationToken cancel);
}
