using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;

namespace DockerPS.Archives;

/// <summary>Links of this machine, of both kinds.</summary>
internal static class LocalLinks
{
    private const int ToFolder = 1;
    private const int WithoutPrivilege = 2;

    /// <summary>Where a link points to.</summary>
    public static string Read(string path) =>
        !LocalItem.IsWindows ? UnixFiles.ReadLink(path)
#if NET
        : new FileInfo(path).LinkTarget?.Replace('\\', '/') ?? throw new IOException($"{path} is no link.");
#else
        : throw new IOException($"{path} is a link, and Windows PowerShell can't tell where it points to: copy what it points to.");
#endif

    /// <summary>Makes a symbolic link.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="target">Where it points to, with slashes.</param>
    public static void Make(string path, string target)
    {
        if (!LocalItem.IsWindows)
        {
            UnixFiles.MakeLink(path, target);
            return;
        }

        // Windows knows links to files and links to folders; what is not there yet is taken for a file.
        var native = target.Replace('/', '\\');
        var folder = Directory.Exists(Path.Combine(Path.GetDirectoryName(path)!, native)) ? ToFolder : 0;
        Check(CreateSymbolicLinkW(path, native, folder | WithoutPrivilege) != 0, path);
    }

    /// <summary>Gives a file another name.</summary>
    public static void MakeHard(string path, string existing)
    {
        if (LocalItem.IsWindows)
        {
            Check(CreateHardLinkW(path, existing, IntPtr.Zero), path);
        }
        else
        {
            UnixFiles.MakeHardLink(path, existing);
        }
    }

    private static void Check(bool made, string path)
    {
        if (!made)
        {
            throw new IOException($"{path}: {new Win32Exception(Marshal.GetLastWin32Error()).Message}");
        }
    }

    [DllImport("kernel32.dll", SetLastError = true, CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern byte CreateSymbolicLinkW(string path, string target, int flags);

    [DllImport("kernel32.dll", SetLastError = true, CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLinkW(string path, string existing, IntPtr security);
}
