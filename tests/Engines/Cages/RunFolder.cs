using System;
using System.IO;
using System.Security.Cryptography;

namespace DockerPS.Tests.Engines;

/// <summary>The temporary folder of one caged run, which is locked as long as its owner lives.</summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>Short on purpose: engines put sockets below it, and a socket's path is 107 bytes at most. So not TMPDIR either.</summary>
    private const string Parent = "/tmp";

    private const string Prefix = "dockerps-";

    // A lock is dropped by the kernel when its process ends, however it ends: an honest sign of life across pid namespaces.
    private readonly FileStream _lock;

    private RunFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    public static RunFolder Create()
    {
        while (true)
        {
            var path = System.IO.Path.Combine(Parent, Prefix + RandomNumberGenerator.GetHexString(6, lowercase: true));
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                return new RunFolder(path, TakeLock(path));
            }
        }
    }

    /// <summary>Removes what runs left whose owner was killed.</summary>
    public static void RemoveAbandoned()
    {
        foreach (var path in Directory.EnumerateDirectories(Parent, Prefix + "*"))
        {
            // A folder this young may be about to be locked.
            if (Directory.GetCreationTimeUtc(path) > DateTime.UtcNow.AddSeconds(-10) || !File.Exists(LockPath(path)))
            {
                continue;
            }

            try
            {
                new RunFolder(path, TakeLock(path)).Dispose();
            }
            catch (IOException)
            {
                // Somebody lives there.
            }
        }
    }

    public void Dispose()
    {
        ControlGroups.Remove(System.IO.Path.GetFileName(Path));
        FolderRemoval.Remove(Path);
        _lock.Dispose();
    }

    private static string LockPath(string path) => System.IO.Path.Combine(path, "lock");

    private static FileStream TakeLock(string path) => new(LockPath(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
