using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DockerPS.Connection;
using DockerPS.Streams;

namespace DockerPS.Archives;

/// <summary>An engine's archive of a path, as it comes.</summary>
internal sealed class ItemArchive : IDisposable
{
    private readonly HotStream _stream;
    private readonly PathStatus _status;
    private readonly string _base;
    private readonly string? _ownName;
    private readonly IReadOnlyList<Func<string, bool>>? _pattern;
    private FileStream? _kept;

    /// <summary>Makes the archive.</summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="status">What is at the path.</param>
    /// <param name="sourceBase">The last part of the path, after which the entries are named.</param>
    /// <param name="ownName">What the top is called when nobody renames it; null for the last part.</param>
    /// <param name="pattern">Which of a folder's content is wanted; null for all.</param>
    public ItemArchive(HotStream stream, PathStatus status, string sourceBase, string? ownName, IReadOnlyList<Func<string, bool>>? pattern)
    {
        _stream = stream;
        _status = status;
        _base = sourceBase;
        _ownName = ownName;
        _pattern = pattern;
        Reader = new TarReader(stream.Read, () => Failures.Lost(stream.Endpoint, inner: null));
    }

    public TarReader Reader { get; private set; }

    public bool IsFolder => _status.IsFolder;

    /// <summary>The length of a file; zero for all else.</summary>
    public long Size => _status.IsFolder || _status.IsLink ? 0 : _status.Size;

    /// <summary>Where the entries belong.</summary>
    /// <param name="newName">The name that the top gets; null to keep its own.</param>
    public EntryNaming Naming(string? newName) => _pattern is not null ? EntryNaming.Of(_pattern) : EntryNaming.Of(_base, newName ?? _ownName);

    /// <summary>The name of the top where there is one: not of a folder's content, nor of a pattern.</summary>
    /// <param name="newName">The name that it gets; null to keep its own.</param>
    public string? TopName(string? newName) => _pattern is not null ? null : newName ?? _ownName ?? (_base is "." or "/" ? null : _base);

    /// <summary>Takes all that comes into a file, which goes with this; the calling thread is blocked meanwhile.</summary>
    public void Keep(CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), "dockerps-" + Guid.NewGuid().ToString("N"));
        var kept = _kept = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        if (!LocalItem.IsWindows)
        {
            UnixFiles.SetMode(path, 0b110_000_000);
        }

        ArchiveCopy.Run(_stream, kept, progress: null, cancel);
        _stream.Dispose();
        kept.Position = 0;
        Reader = new TarReader(kept.Read, () => Failures.Lost(_stream.Endpoint, inner: null));
    }

    public void Dispose()
    {
        _stream.Dispose();
        _kept?.Dispose();
    }
}
