using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>
/// A process's outputs and standard input. Reads and writes block their threads, of which there may be one each; <see cref="IDisposable.Dispose"/> from any thread
/// ends both.
/// </summary>
public interface IProcessStream : IDisposable
{
    /// <summary>Reads what has come: at least one line, or some bytes.</summary>
    /// <param name="lines">Gets the lines added.</param>
    /// <param name="output">Gets the bytes of the standard output, whose lines are then not added; null to have lines of both.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="DockerException">The output was cut off in the middle.</exception>
    bool Read(ICollection<OutputLine> lines, ICollection<byte[]>? output);

    /// <summary>Writes to the standard input.</summary>
    /// <returns>False when nobody reads it any more.</returns>
    bool Write(byte[] buffer, int offset, int count);

    /// <summary>Ends the standard input; the outputs go on.</summary>
    void EndInput();

    /// <summary>Tells its terminal the size of the window: <c>POST /exec/{id}/resize</c>, <c>POST /containers/{id}/resize</c>.</summary>
    /// <exception cref="DockerException">It has no terminal, has ended, or is not started yet.</exception>
    Task ResizeAsync(int rows, int columns, CancellationToken cancel);

    /// <summary>Asks the engine whether the process runs.</summary>
    /// <param name="cancel">Ends the call.</param>
    Task<bool> IsRunningAsync(CancellationToken cancel);

    /// <summary>After the end of the outputs: asks the engine whether it was one, and for the exit code.</summary>
    /// <param name="lines">Gets lines that were held back until the end was known.</param>
    /// <param name="output">Gets such bytes of the standard output; null to have lines of both.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="DockerException">The process could not be started, or still runs: then the connection broke.</exception>
    Task<int> ExitCodeAsync(ICollection<OutputLine> lines, ICollection<byte[]>? output, CancellationToken cancel);
}
