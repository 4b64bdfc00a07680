using System;
using System.IO;
using System.Runtime.InteropServices;

namespace DockerPS.Terminals;

/// <summary>A terminal of Linux or macOS. Its settings are never looked into, so that their layout, which differs, does not matter.</summary>
internal sealed class UnixConsole : RawConsole
{
    private const int Keyboard = 0;
    private const int Now = 0;
    private const int SettingsSize = 512;
    private const short Readable = 1;
    private const int Interrupted = 4;
    private const ulong LinuxWindowSize = 0x5413;

    private readonly byte[] _before = new byte[SettingsSize];
    private readonly Stream _screen = Console.OpenStandardOutput();
    private readonly bool _isLinux = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    public UnixConsole()
    {
        if (GetAttributes(Keyboard, _before) != 0)
        {
            throw Failed("tcgetattr", Marshal.GetLastWin32Error());
        }

        var raw = (byte[])_before.Clone();
        MakeRaw(raw);
        if (SetAttributes(Keyboard, Now, raw) != 0)
        {
            throw Failed("tcsetattr", Marshal.GetLastWin32Error());
        }
    }

    // Elsewhere than on Linux the call takes its last argument in a way that can't be said here, and the runtime's answer does.
    public override (int Rows, int Columns) Size =>
        !_isLinux ? (Console.WindowHeight, Console.WindowWidth)
        : WindowSize(Keyboard, LinuxWindowSize, out var size) == 0 ? (size.Rows, size.Columns)
        : (0, 0);

    public override int Read(byte[] buffer, TimeSpan limit)
    {
        var wanted = new PollEntry { Descriptor = Keyboard, Events = Readable };
        var ready = Poll(ref wanted, new UIntPtr(1), (int)limit.TotalMilliseconds);
        if (ready <= 0)
        {
            return ready == 0 || Marshal.GetLastWin32Error() == Interrupted ? 0 : -1;
        }

        var count = ReadBytes(Keyboard, buffer, new UIntPtr((uint)buffer.Length)).ToInt64();
        return count > 0 ? (int)count
            : count < 0 && Marshal.GetLastWin32Error() == Interrupted ? 0
            : -1;
    }

    public override void Write(byte[] buffer, int count)
    {
        _screen.Write(buffer, 0, count);
        _screen.Flush();
    }

    // What can't be put back can't be mended either: the terminal is gone.
    private protected override void Restore() => _ = SetAttributes(Keyboard, Now, _before);

    [DllImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetAttributes(int descriptor, [In, Out] byte[] settings);

    [DllImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAttributes(int descriptor, int when, byte[] settings);

    [DllImport("libc", EntryPoint = "cfmakeraw")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void MakeRaw([In, Out] byte[] settings);

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollEntry entry, UIntPtr count, int milliseconds);

    [DllImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr ReadBytes(int descriptor, [Out] byte[] buffer, UIntPtr count);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int WindowSize(int descriptor, ulong request, out TerminalSize size);

    /// <summary>pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }

    /// <summary>winsize.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct TerminalSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
