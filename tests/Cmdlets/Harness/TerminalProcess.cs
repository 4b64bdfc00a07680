using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;

namespace DockerPS.Tests.Cmdlets;

/// <summary>A process on a terminal of its own, with somebody at its keyboard: the test.</summary>
public sealed class TerminalProcess : IDisposable
{
    private const int ReadWrite = 0x2;
    private const int NoControl = 0x100;
    private const int CloseOnExec = 0x80000;
    private const ulong SetWindowSize = 0x5414;

    private readonly int _keyboard;
    private readonly Process _process;
    private readonly StringBuilder _text = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly Thread _reading;
    private int _seen;

    private TerminalProcess(IEnumerable<string> command, IReadOnlyDictionary<string, string?> environment)
    {
        _keyboard = OpenTerminal(ReadWrite | NoControl | CloseOnExec);
        if (_keyboard < 0 || Grant(_keyboard) != 0 || Unlock(_keyboard) != 0)
        {
            throw new InvalidOperationException($"No pseudo terminal could be opened: error {Marshal.GetLastPInvokeError()}.");
        }

        var name = new byte[128];
        _ = GetName(_keyboard, name, (nuint)name.Length);
        Resize(24, 80);
        var start = new ProcessStartInfo("sh", ["-c", "exec setsid -c -w \"$@\" <\"$TERMINAL\" >\"$TERMINAL\" 2>&1", "sh", .. command]);
        start.Environment["TERMINAL"] = Encoding.ASCII.GetString(name).TrimEnd('\0');
        start.Environment["TERM"] = "xterm";
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _reading = new Thread(ReadAll) { IsBackground = true };
        _reading.Start();
    }

    /// <summary>All that was written on the screen so far.</summary>
    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Runs a script in the console host of tests/Shell; the terminal's settings are printed before and after it.</summary>
    /// <param name="engine">The engine that commands talk to.</param>
    /// <param name="script">The script; the module is imported.</param>
    public static TerminalProcess Run(TestEngine engine, string script)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var shell = BuildOutput.Of("tests/Shell", "net10.0", "DockerPS.Shell.dll");
        return new TerminalProcess(
            ["sh", "-c", "echo \"before=$(stty -g)\"; dotnet \"$0\" -NoProfile -Command \"$1\"; echo \"after=$(stty -g)\"", shell, $"Import-Module '{Repository.Module}'; {script}"],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["DOCKER_HOST"] = engine.Host,
                ["DOCKER_CONTEXT"] = null,
                ["DOCKER_API_VERSION"] = null,
                ["NO_COLOR"] = "1",
            });
    }

    /// <summary>Types.</summary>
    public void Send(string keys)
    {
        var bytes = Encoding.UTF8.GetBytes(keys);
        if (WriteBytes(_keyboard, bytes, (nuint)bytes.Length) != bytes.Length)
        {
            throw new IOException($"The terminal takes no keys: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Makes the window another size.</summary>
    public void Resize(ushort rows, ushort columns)
    {
        var size = new TerminalSize { Rows = rows, Columns = columns };
        if (Control(_keyboard, SetWindowSize, ref size) != 0)
        {
            throw new IOException($"The window keeps its size: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Waits until something stands on the screen behind what was waited for before.</summary>
    public async Task WaitForAsync(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            var all = Text;
            var at = all.IndexOf(text, _seen, StringComparison.Ordinal);
            if (at >= 0)
            {
                _seen = at + text.Length;
                return;
            }

            if (waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException($"'{text}' never stood on the screen, but: {all}");
            }
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _reading.Join(TimeSpan.FromSeconds(5));
        _ = Close(_keyboard);
    }

    private void ReadAll()
    {
        var buffer = new byte[4096];
        var letters = new char[4096];

        // When the last process has left the terminal a read fails.
        for (nint count; (count = ReadBytes(_keyboard, buffer, (nuint)buffer.Length)) > 0;)
        {
            var length = _decoder.GetChars(buffer, 0, (int)count, letters, 0);
            lock (_text)
            {
                _text.Append(letters, 0, length);
            }
        }
    }

    [DllImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenTerminal(int flags);

    [DllImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Grant(int terminal);

    [DllImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unlock(int terminal);

    [DllImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetName(int terminal, [Out] byte[] name, nuint size);

    [DllImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ReadBytes(int descriptor, [Out] byte[] buffer, nuint count);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint WriteBytes(int descriptor, byte[] buffer, nuint count);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, ulong request, ref TerminalSize size);

    [StructLayout(LayoutKind.Sequential)]
    private struct TerminalSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
