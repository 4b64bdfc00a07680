using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;
using DockerPS.Terminals;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Lends this process's console to a process in a container, until it ends or the user leaves it.</summary>
internal sealed class TerminalSession(IProcessStream stream, DetachKeys detachKeys)
{
    /// <summary>How long keys are waited for at a time; as often the size of the window is looked at.</summary>
    private static readonly TimeSpan KeyWait = TimeSpan.FromMilliseconds(100);

    /// <summary>How often an engine may refuse a size in a row: it does until the process is there.</summary>
    private const int MostRefusals = 30;

    private readonly DetachWatch _watch = new(detachKeys);
    private readonly ScreenModes _modes = new();
    private (int Rows, int Columns) _size;
    private Task<bool> _resizing = Task.FromResult(true);
    private int _refusals;
    private volatile bool _ended;

    /// <summary>Passes keys and output on.</summary>
    /// <param name="cancel">Closes the streams.</param>
    /// <returns>The exit code; null when the user left and it goes on.</returns>
    /// <exception cref="DockerException">It could not be started, or the connection broke.</exception>
    public async Task<int?> RunAsync(CancellationToken cancel)
    {
        using var closing = stream;
        using var stop = cancel.Register(stream.Dispose);
        using var console = RawConsole.Take();
        var typing = Task.Factory.StartNew(() => PassKeys(console, cancel), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await Task.Factory.StartNew(() => PassOutput(console), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            // Whoever reads the keyboard next must not share it.
            _ended = true;
            await typing.ConfigureAwait(false);
            Write(console, _modes.Reset());
        }

        if (_watch.Seen && await stream.IsRunningAsync(cancel).ConfigureAwait(false))
        {
            Write(console, Encoding.ASCII.GetBytes("\r\n"));
            return null;
        }

        var bytes = new List<byte[]>();
        var exitCode = await stream.ExitCodeAsync([], bytes, cancel).ConfigureAwait(false);
        bytes.ForEach(part => Write(console, part));
        return exitCode;
    }

    private void PassOutput(RawConsole console)
    {
        var (lines, bytes) = (new List<OutputLine>(), new List<byte[]>());
        for (; stream.Read(lines, bytes); bytes.Clear())
        {
            foreach (var part in bytes)
            {
                _modes.Note(part, part.Length);
                Write(console, part);
            }
        }
    }

    private void PassKeys(RawConsole console, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        while (!_ended)
        {
            Fit(console, cancel);
            var count = console.Read(buffer, KeyWait);
            if (count < 0)
            {
                // The window was closed: nobody is there any more.
                stream.Dispose();
                return;
            }

            _watch.Note(buffer, count);
            if (count > 0 && !stream.Write(buffer, 0, count))
            {
                return;
            }
        }
    }

    // A size that could not be told is told again: the engine knows the process a moment after it has answered.
    private void Fit(RawConsole console, CancellationToken cancel)
    {
        if (!_resizing.IsCompleted || _refusals > MostRefusals)
        {
            return;
        }

        if (!_resizing.GetAwaiter().GetResult())
        {
            _refusals++;
            _size = default;
        }

        var size = console.Size;
        if (size.Rows > 0 && size.Columns > 0 && size != _size)
        {
            _size = size;
            _resizing = TryResizeAsync(size, cancel);
        }
    }

    private async Task<bool> TryResizeAsync((int Rows, int Columns) size, CancellationToken cancel)
    {
        try
        {
            await stream.ResizeAsync(size.Rows, size.Columns, cancel).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (failure is DockerException or OperationCanceledException)
        {
            return false;
        }
    }

    private static void Write(RawConsole console, byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            console.Write(bytes, bytes.Length);
        }
    }
}
