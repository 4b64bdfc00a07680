using System;
using System.ComponentModel;
using System.IO;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Threading;

namespace DockerPS.Streams;

/// <summary>
/// The end of what is written to a named pipe, which can't be half closed: engines on Windows take a message without bytes for it. .NET sends no such message, so Windows is called directly.
/// </summary>
internal static class PipeEnd
{
    private const int IoPending = 997;

    public static unsafe void Write(PipeStream pipe)
    {
        using var written = new ManualResetEvent(initialState: false);
        byte nothing = 0;

        // The low bit of the event keeps the result from the pipe's completion port, where .NET waits for its own.
        var overlapped = new Overlapped { EventHandle = new IntPtr(written.SafeWaitHandle.DangerousGetHandle().ToInt64() | 1) };
        var handle = pipe.SafePipeHandle.DangerousGetHandle();
        if (!WriteFile(handle, &nothing, 0, IntPtr.Zero, &overlapped))
        {
            var error = Marshal.GetLastWin32Error();
            if (error != IoPending || !GetOverlappedResult(handle, &overlapped, out _, wait: true))
            {
                throw new IOException(new Win32Exception(error).Message);
            }
        }
    }

    [DllImport("kernel32.dll", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern unsafe bool WriteFile(IntPtr file, byte* buffer, uint count, IntPtr written, Overlapped* overlapped);

    [DllImport("kernel32.dll", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern unsafe bool GetOverlappedResult(IntPtr file, Overlapped* overlapped, out uint transferred, [MarshalAs(UnmanagedType.Bool)] bool wait);

    /// <summary>OVERLAPPED, as Windows lays it out.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Overlapped
    {
        public UIntPtr Internal;
        public UIntPtr InternalHigh;
        public uint Offset;
        public uint OffsetHigh;
        public IntPtr EventHandle;
    }
}
