using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>Puts files and folders of this machine into an archive.</summary>
/// <param name="archive">The archive.</param>
/// <param name="moved">Gets the length of each piece of content.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class LocalTree(TarWriter archive, Action<int> moved, CancellationToken cancel)
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly Dictionary<(ulong Device, ulong Number), string> _names = [];

    /// <summary>Adds one item, and what is in it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">Its path in the archive, without a slash at its end.</param>
    /// <param name="follow">What a link points to, and not the link; links deeper down stay links.</param>
    /// <exception cref="DockerException">It can't be read.</exception>
    public void Add(string path, string name, bool follow)
    {
        try
        {
            var item = LocalItem.Find(path, follow) ?? throw new FileNotFoundException($"There is no {path} any more.");
            Add(item, name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.LocalPathFailed, $"{path} can't be read: {failure.Message}", failure);
        }
    }

    private void Add(LocalItem item, string name)
    {
        cancel.ThrowIfCancellationRequested();
        switch (item.Kind)
        {
            case LocalKind.Folder:
                archive.Begin(Entry(item, name + "/", TarEntryKind.Folder));
                AddContent(item.Path, name);
                break;
            case LocalKind.Link:
                archive.Begin(Entry(item, name, TarEntryKind.SymbolicLink) with { LinkName = LocalLinks.Read(item.Path) });
                break;
            case LocalKind.File when item.Identity is { } identity && _names.TryGetValue(identity, out var first):
                archive.Begin(Entry(item, name, TarEntryKind.HardLink) with { LinkName = first });
                break;
            case LocalKind.File:
                AddFile(item, name);
                break;
            default:
                // A socket means nothing elsewhere; what a device or a pipe would give has no end.
                break;
        }
    }

    private void AddContent(string path, string name)
    {
        var inside = Directory.GetFileSystemEntries(path);
        Array.Sort(inside, StringComparer.Ordinal);
        foreach (var child in inside)
        {
            Add(child, name + "/" + Path.GetFileName(child), follow: false);
        }
    }

    private void AddFile(LocalItem item, string name)
    {
        using var file = new FileStream(item.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        archive.Begin(Entry(item, name, TarEntryKind.File) with { Size = item.Size });
        if (item.Identity is { } identity)
        {
            _names.Add(identity, name);
        }

        for (var left = item.Size; left > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            var read = file.Read(_buffer, 0, (int)Math.Min(_buffer.Length, left));
            if (read == 0)
            {
                throw new IOException("it became shorter while it was read.");
            }

            archive.Content(_buffer, 0, read);
            moved(read);
            left -= read;
        }
    }

    private static TarEntry Entry(LocalItem item, string name, TarEntryKind kind) => new()
    {
        Name = name,
        Kind = kind,
        Mode = item.Mode,
        UserId = item.UserId,
        GroupId = item.GroupId,
        Modified = item.Modified,
    };
}
