using System;
using System.IO;

namespace DockerPS.Archives;

/// <summary>A file, folder or link of this machine, and what an archive says of one.</summary>
internal sealed record LocalItem
{
    /// <summary>What Windows has no word for: everybody may read, and run.</summary>
    private const int DefaultMode = 0b111_101_101;

    public static readonly bool IsWindows = System.IO.Path.DirectorySeparatorChar == '\\';

    private static readonly DateTime s_epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public required string Path { get; init; }

    public required LocalKind Kind { get; init; }

    public long Size { get; init; }

    public int Mode { get; init; } = DefaultMode;

    public uint UserId { get; init; }

    public uint GroupId { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long Modified { get; init; }

    /// <summary>Device and number of a file with several names; null for all others.</summary>
    public (ulong Device, ulong Number)? Identity { get; init; }

    /// <summary>What is at a path; null where nothing is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="follow">What a link points to, and not the link.</param>
    public static LocalItem? Find(string path, bool follow = false)
    {
        if (UnixFiles.HasStatus)
        {
            return UnixFiles.Find(path, follow);
        }

        var file = new FileInfo(path);
        var folder = new DirectoryInfo(path);
        FileSystemInfo? item = file.Exists ? file : folder.Exists ? folder : IsDangling(file) ? file : null;
        if (item is null)
        {
            return null;
        }

        var isFolder = item.Attributes.HasFlag(FileAttributes.Directory);
        return new LocalItem
        {
            Path = path,
            Kind = IsLink(item) && !follow ? LocalKind.Link : isFolder ? LocalKind.Folder : LocalKind.File,
            Size = isFolder ? 0 : file.Length,
            Mode = ModeOf(path),
            Modified = Seconds(item.LastWriteTimeUtc),
        };
    }

    public static DateTime Time(long seconds) => seconds > 0 && seconds < 253_402_300_800 ? s_epoch.AddSeconds(seconds) : s_epoch;

    private static long Seconds(DateTime time) => (long)Math.Floor((time - s_epoch).TotalSeconds);

    private static int ModeOf(string path) =>
#if NET
        OperatingSystem.IsWindows() ? DefaultMode : (int)File.GetUnixFileMode(path);
#else
        DefaultMode;
#endif

    // What can't be followed has attributes all the same.
    private static bool IsDangling(FileInfo file) => (int)file.Attributes != -1 && IsLink(file);

    // On Windows other things than links have a reparse point too, such as files in the cloud: what redirects is a link.
    private static bool IsLink(FileSystemInfo item) =>
#if NET
        item.LinkTarget is not null;
#else
        item.Attributes.HasFlag(FileAttributes.ReparsePoint);
#endif
}
