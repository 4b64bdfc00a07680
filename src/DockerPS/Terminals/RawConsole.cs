using System;
using System.Runtime.InteropServices;

namespace DockerPS.Terminals;

/// <summary>
/// This process's console, handed over to a program elsewhere: keys come as bytes, none of them is meant for this machine, and bytes go to the screen as they are. Disposing gives the
/// console back as it was; so does the end of the process.
/// </summary>
internal abstract class RawConsole : IDisposable
{
    private readonly object _lock = new();
    private bool _restored;

    private protected RawConsole()
    {
    }

    /// <summary>There is a console, with its keyboard and its screen.</summary>
    public static bool IsThere => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>The window's rows and columns; zero where nobody knows.</summary>
    public abstract (int Rows, int Columns) Size { get; }

    /// <summary>Takes the console over.</summary>
    /// <exception cref="DockerException">There is none that could be.</exception>
    public static RawConsole Take()
    {
        RawConsole console = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? new WindowsConsole() : new UnixConsole();
        AppDomain.CurrentDomain.ProcessExit += console.OnExit;
        return console;
    }

    /// <summary>Waits for keys, a bounded time.</summary>
    /// <param name="buffer">Gets their bytes.</param>
    /// <param name="limit">The longest wait.</param>
    /// <returns>How many bytes; 0 where none came; -1 when the keyboard is gone.</returns>
    public abstract int Read(byte[] buffer, TimeSpan limit);

    /// <summary>Writes to the screen.</summary>
    public abstract void Write(byte[] buffer, int count);

    /// <summary>Gives the console back.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        RestoreOnce();
    }

    /// <summary>Puts all settings back.</summary>
    private protected abstract void Restore();

    private protected static DockerException Failed(string what, int error) =>
        new(DockerError.ConsoleRequired, $"The console can't be taken over: {what} failed with error {error}.");

    private void OnExit(object? sender, EventArgs end) => RestoreOnce();

    private void RestoreOnce()
    {
        lock (_lock)
        {
            if (!_restored)
            {
                _restored = true;
                Restore();
            }
        }
    }
}
