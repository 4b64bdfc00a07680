using System;
using System.IO;

namespace DockerPS.Connection.Contexts;

/// <summary>Writes a file beside its place and puts it there whole: whoever reads meanwhile sees the old or the new one, and a failure leaves the old.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file that only its owner may read, or that keeps its mode.</summary>
    public static void Write(string path, byte[] content)
    {
        // A link stays one: what it points to is replaced.
        var target = LinkTarget(path) ?? path;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            Create(beside, target, content);
            Place(beside, target);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

#if NET
    private static string? LinkTarget(string path) => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;

    private static void Create(string path, string target, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.Exists(target) ? File.GetUnixFileMode(target) : UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(content, 0, content.Length);
        file.Flush(flushToDisk: true);
    }

    private static void Place(string path, string target) => File.Move(path, target, overwrite: true);
#else
    private static string? LinkTarget(string path) => null;

    private static void Create(string path, string target, byte[] content) => File.WriteAllBytes(path, content);

    private static void Place(string path, string target)
    {
        if (File.Exists(target))
        {
            File.Replace(path, target, destinationBackupFileName: null);
        }
        else
        {
            File.Move(path, target);
        }
    }
#endif
}
