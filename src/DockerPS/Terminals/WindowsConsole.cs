using System;
using System.Runtime.InteropServices;
using System.Text;

namespace DockerPS.Terminals;

/// <summary>A console of Windows that passes keys on, and understands what a program writes, in the sequences of a terminal.</summary>
internal sealed class WindowsConsole : RawConsole
{
    private const int Input = -10;
    private const int Output = -11;

    private const uint ProcessedInput = 0x1;
    private const uint LineInput = 0x2;
    private const uint EchoInput = 0x4;
    private const uint MouseInput = 0x10;
    private const uint QuickEdit = 0x40;
    private const uint ExtendedFlags = 0x80;
    private const uint TerminalInput = 0x200;

    private const uint ProcessedOutput = 0x1;
    private const uint TerminalOutput = 0x4;
    private const uint NoReturnAtLineFeed = 0x8;

    private const ushort KeyEvent = 1;
    private const ushort MenuKey = 0x12;
    private const uint Signalled = 0;
    private const uint TimedOut = 258;

    private readonly IntPtr _keyboard = GetStdHandle(Input);
    private readonly IntPtr _screen = GetStdHandle(Output);
    private readonly InputRecord[] _records = new InputRecord[128];
    private readonly char[] _typed = new char[1024];
    private readonly Encoder _encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetEncoder();
    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();
    private readonly uint _inputBefore;
    private readonly uint _outputBefore;

    public WindowsConsole()
    {
        if (!GetConsoleMode(_keyboard, out _inputBefore) || !GetConsoleMode(_screen, out _outputBefore))
        {
            throw Failed("GetConsoleMode", Marshal.GetLastWin32Error());
        }

        var input = _inputBefore & ~(ProcessedInput | LineInput | EchoInput | MouseInput | QuickEdit) | ExtendedFlags | TerminalInput;
        if (!SetConsoleMode(_keyboard, input) || !SetConsoleMode(_screen, _outputBefore | ProcessedOutput | TerminalOutput | NoReturnAtLineFeed))
        {
            var error = Marshal.GetLastWin32Error();
            Restore();
            throw Failed("SetConsoleMode", error);
        }
    }

    public override (int Rows, int Columns) Size => (Console.WindowHeight, Console.WindowWidth);

    // Records and not characters are read: a read of characters would go on waiting after a key that has none.
    public override int Read(byte[] buffer, TimeSpan limit)
    {
        var waited = WaitForSingleObject(_keyboard, (uint)limit.TotalMilliseconds);
        if (waited != Signalled)
        {
            return waited == TimedOut ? 0 : -1;
        }

        var room = Math.Min(_records.Length, buffer.Length / 4);
        if (!ReadConsoleInput(_keyboard, _records, (uint)room, out var count))
        {
            return -1;
        }

        var typed = 0;
        for (var i = 0; i < count; i++)
        {
            // A character that was typed by its number comes with the end of the Alt key.
            if (_records[i] is { EventType: KeyEvent, Character: not 0 } key && (key.IsDown != 0 || key.Key == MenuKey))
            {
                for (var times = Math.Max((ushort)1, key.RepeatCount); times > 0 && typed < room; times--)
                {
                    _typed[typed++] = (char)key.Character;
                }
            }
        }

        return typed == 0 ? 0 : _encoder.GetBytes(_typed, 0, typed, buffer, 0, flush: false);
    }

    public override void Write(byte[] buffer, int count)
    {
        var text = new char[_decoder.GetCharCount(buffer, 0, count)];
        var length = _decoder.GetChars(buffer, 0, count, text, 0);
        for (var at = 0; at < length;)
        {
            var part = new string(text, at, Math.Min(length - at, 8192));
            if (!WriteConsole(_screen, part, (uint)part.Length, out var written, IntPtr.Zero) || written == 0)
            {
                throw Failed("WriteConsole", Marshal.GetLastWin32Error());
            }

            at += (int)written;
        }
    }

    private protected override void Restore()
    {
        SetConsoleMode(_keyboard, _inputBefore);
        SetConsoleMode(_screen, _outputBefore);
    }

    [DllImport("kernel32.dll", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr GetStdHandle(int which);

    [DllImport("kernel32.dll", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(IntPtr console, out uint mode);

    [DllImport("kernel32.dll", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(IntPtr console, uint mode);

    [DllImport("kernel32.dll", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint WaitForSingleObject(IntPtr handle, uint milliseconds);

    [DllImport("kernel32.dll", EntryPoint = "ReadConsoleInputW", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ReadConsoleInput(IntPtr console, [Out] InputRecord[] records, uint room, out uint count);

    [DllImport("kernel32.dll", EntryPoint = "WriteConsoleW", CharSet = CharSet.Unicode, SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool WriteConsole(IntPtr console, string text, uint count, out uint written, IntPtr reserved);

    /// <summary>INPUT_RECORD, with the event of a key.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 20)]
    private struct InputRecord
    {
        [FieldOffset(0)]
        public ushort EventType;

        [FieldOffset(4)]
        public int IsDown;

        [FieldOffset(8)]
        public ushort RepeatCount;

        [FieldOffset(10)]
        public ushort Key;

        [FieldOffset(14)]
        public ushort Character;
    }
}
