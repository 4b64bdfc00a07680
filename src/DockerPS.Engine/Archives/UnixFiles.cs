using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace DockerPS.Archives;

/// <summary>What .NET, or .NET Framework's kin on Linux, has no call for: links, owners, modes.</summary>
internal static class UnixFiles
{
    private const int NoEntry = 2;
    private const int NotAFolder = 20;
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStatus = 0x7FF;
    private const int StatusLength = 256;
    private const int LongestLink = 4096;

    /// <summary>Linux, with its call for the whole status of a file; its layout is the same on all processors.</summary>
    public static readonly bool HasStatus = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    /// <summary>Whether this process may give files to others.</summary>
    public static bool IsRoot => !LocalItem.IsWindows && geteuid() == 0;

    public static LocalItem? Find(string path, bool follow)
    {
        var status = new byte[StatusLength];
        if (statx(CurrentFolder, Text(path), follow ? 0 : NoFollow, BasicStatus, status) != 0)
        {
            var error = Marshal.GetLastWin32Error();
            return error is NoEntry or NotAFolder ? null : throw Failure(path, error);
        }

        var mode = BitConverter.ToUInt16(status, 28);
        var kind = (mode & 0xF000) switch
        {
            0x8000 => LocalKind.File,
            0x4000 => LocalKind.Folder,
            0xA000 => LocalKind.Link,
            _ => LocalKind.Special,
        };
        return new LocalItem
        {
            Path = path,
            Kind = kind,
            Size = kind == LocalKind.File ? BitConverter.ToInt64(status, 40) : 0,
            Mode = mode & 0xFFF,
            UserId = BitConverter.ToUInt32(status, 20),
            GroupId = BitConverter.ToUInt32(status, 24),
            Modified = BitConverter.ToInt64(status, 112),
            Identity = kind == LocalKind.File && BitConverter.ToUInt32(status, 16) > 1
                ? (BitConverter.ToUInt64(status, 136), BitConverter.ToUInt64(status, 32))
                : null,
        };
    }

    public static string ReadLink(string path)
    {
        var target = new byte[LongestLink];
        var length = readlink(Text(path), target, new UIntPtr(LongestLink)).ToInt64();
        return length >= 0 ? Encoding.UTF8.GetString(target, 0, (int)length) : throw Failure(path, Marshal.GetLastWin32Error());
    }

    public static void MakeLink(string path, string target) => Check(symlink(Text(target), Text(path)), path);

    public static void MakeHardLink(string path, string existing) => Check(link(Text(existing), Text(path)), path);

    public static void SetMode(string path, int mode) => Check(chmod(Text(path), (uint)mode), path);

    /// <summary>Sets the owner of a file, or of a link itself.</summary>
    public static void SetOwner(string path, long user, long group) => Check(lchown(Text(path), (uint)user, (uint)group), path);

    /// <summary>Sets the time of a link itself.</summary>
    public static void SetLinkTime(string path, long seconds)
    {
        // Linux alone, and where a time has 64 bits: elsewhere a link's time is its making.
        if (HasStatus && IntPtr.Size == 8)
        {
            Check(utimensat(CurrentFolder, Text(path), [seconds, 0, seconds, 0], NoFollow), path);
        }
    }

    private static void Check(int result, string path)
    {
        if (result != 0)
        {
            throw Failure(path, Marshal.GetLastWin32Error());
        }
    }

    private static IOException Failure(string path, int error) => new($"{path}: {new Win32Exception(error).Message}");

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\0");

#pragma warning disable IDE1006, SA1300 // The names are those of the C library.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, byte[] status);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr readlink(byte[] path, byte[] target, UIntPtr length);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int symlink(byte[] target, byte[] path);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int link(byte[] existing, byte[] path);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int chmod(byte[] path, uint mode);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int lchown(byte[] path, uint user, uint group);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int utimensat(int folder, byte[] path, long[] times, int flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint geteuid();
#pragma warning restore IDE1006, SA1300
}
