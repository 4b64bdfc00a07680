using System;
using System.IO;
#if NET
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace DockerPS.Archives;

/// <summary>What a thing on this machine is to an archive.</summary>
internal static class FileKinds
{
    /// <summary>What no archive holds.</summary>
    public const TarEntryKind Socket = (TarEntryKind)'s';

#if NET
    // The kinds in a mode, as the system has them: only their names are the same everywhere, and these numbers on all that .NET runs on.
    private const int KindMask = 0xF000;
    private const int KindFifo = 0x1000;
    private const int KindCharacterDevice = 0x2000;
    private const int KindBlockDevice = 0x6000;
    private const int KindSocket = 0xC000;
#endif

    /// <summary>What something is that is no folder.</summary>
    public static TarEntryKind Of(FileSystemInfo info)
    {
        if (info.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return TarEntryKind.SymbolicLink;
        }

#if NET
        // .NET does not tell a fifo from an empty file, and opening one would wait for ever.
        if (!OperatingSystem.IsWindows() && info is FileInfo { Length: 0 })
        {
            return (Mode(info.FullName) & KindMask) switch
            {
                KindFifo => TarEntryKind.Fifo,
                KindCharacterDevice => TarEntryKind.CharacterDevice,
                KindBlockDevice => TarEntryKind.BlockDevice,
                KindSocket => Socket,
                _ => TarEntryKind.File,
            };
        }
#endif

        return TarEntryKind.File;
    }

    /// <summary>The permission bits; where the system has none, those that the docker command gives there: everything may be run.</summary>
    public static int Permissions(FileSystemInfo info)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return (int)info.UnixFileMode;
        }
#endif
        _ = info;
        return 0b111_101_101;
    }

    /// <summary>Where a link points to, with slashes.</summary>
    public static string LinkTarget(FileSystemInfo info)
    {
#if NET
        if (info.LinkTarget is { } target)
        {
            return Path.DirectorySeparatorChar == '\\' ? target.Replace('\\', '/') : target;
        }
#endif
        throw new DockerException(
            DockerError.InvalidArgument,
            $"{info.FullName} is a link, and where it points to can't be read here. PowerShell 7 can; or a line in .dockerignore leaves it out.");
    }

#if NET
    private static int Mode(string path)
    {
        var name = new byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1];
        Encoding.UTF8.GetBytes(path, 0, path.Length, name, 0);

        // The runtime's own picture of a status: flags, then the mode, then more than is of use here.
        var status = new int[64];
        return LStat(name, status) == 0 ? status[1] : throw new IOException($"{path} can't be looked at: error {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int LStat(byte[] path, [Out] int[] status);
#endif
}
