using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>
/// Takes an archive's entries out into a folder of this machine. An entry that is refused is reported and passed over; the others are taken.
/// </summary>
/// <param name="root">The destination, which is there.</param>
/// <param name="naming">Where the entries belong below it.</param>
/// <param name="owners">Owners, and the bits that lend a file's owner to who runs it, are kept too.</param>
/// <param name="refused">Gets the refusals.</param>
internal sealed class Extraction(string root, EntryNaming naming, bool owners, Action<DockerException> refused)
{
    /// <summary>An archive that is nothing but traps is not read to its end.</summary>
    private const int RefusalLimit = 100;

    private const int Permissions = 0b001_111_111_111;

    private readonly EntryGuard _guard = new(root, LocalItem.IsWindows);
    private readonly Stack<(string Path, TarEntry Entry)> _folders = new();
    private readonly bool _giveAway = owners && UnixFiles.IsRoot;
    private int _refused;

    /// <summary>Takes all; the calling thread is blocked meanwhile.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="moved">Gets the length of each piece of content.</param>
    /// <param name="cancel">Ends it; what was taken stays.</param>
    public void Run(TarReader archive, Action<int> moved, CancellationToken cancel)
    {
        try
        {
            while (archive.Next() is { } entry)
            {
                cancel.ThrowIfCancellationRequested();
                Take(archive, entry, moved, cancel);
            }
        }
        finally
        {
            // Last: what is in a folder changes its time, and a folder's mode may forbid to put anything there.
            while (_folders.Count > 0)
            {
                var (path, entry) = _folders.Pop();
                Finish(path, entry);
            }
        }
    }

    private void Take(TarReader archive, TarEntry entry, Action<int> moved, CancellationToken cancel)
    {
        string? path = null;
        try
        {
            if (naming.Map(entry.Name) is { } parts)
            {
                path = _guard.Path(entry.Name, parts);
                Make(archive, entry, parts, path, moved, cancel);
            }
        }
        catch (DockerException failure) when (failure.Error == DockerError.EntryRefused)
        {
            if (++_refused > RefusalLimit)
            {
                throw new DockerException(DockerError.EntryRefused, $"More than {RefusalLimit} entries of the archive were refused; the rest was not read.", failure);
            }

            refused(failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DockerException(DockerError.LocalPathFailed, $"{path ?? entry.Name} can't be written: {failure.Message}", failure);
        }
    }

    private void Make(TarReader archive, TarEntry entry, IReadOnlyList<string> parts, string path, Action<int> moved, CancellationToken cancel)
    {
        if (parts.Count == 0)
        {
            // The destination itself stays as it is.
            if (entry.Kind != TarEntryKind.Folder)
            {
                throw Refusal.Of(entry.Name, "would replace the destination itself");
            }

            return;
        }

        switch (entry.Kind)
        {
            case TarEntryKind.Folder:
                _guard.MakeFolder(entry.Name, path);
                _folders.Push((path, entry));
                break;
            case TarEntryKind.File:
                EntryGuard.Replace(entry.Name, path);
                WriteFile(archive, entry, path, moved, cancel);
                break;
            case TarEntryKind.SymbolicLink:
                _guard.CheckLink(entry.Name, parts, entry.LinkName);
                EntryGuard.Replace(entry.Name, path);
                LocalLinks.Make(path, entry.LinkName);
                GiveAway(path, entry);
                UnixFiles.SetLinkTime(path, entry.Modified);
                break;
            case TarEntryKind.HardLink:
                MakeHardLink(entry, path);
                break;
            default:
                throw Refusal.Of(entry.Name, entry.Kind == TarEntryKind.Fifo ? "is a named pipe" : "is a device");
        }
    }

    private void WriteFile(TarReader archive, TarEntry entry, string path, Action<int> moved, CancellationToken cancel)
    {
        // Made new, so that nothing is followed; and without a buffer, for the archive has one.
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1))
        {
            GiveAway(path, entry);
            SetMode(path, entry);
            for (var piece = archive.Read(); piece.Count > 0; piece = archive.Read())
            {
                cancel.ThrowIfCancellationRequested();
                file.Write(piece.Array!, piece.Offset, piece.Count);
                moved(piece.Count);
            }
        }

        File.SetLastWriteTimeUtc(path, LocalItem.Time(entry.Modified));
    }

    private void MakeHardLink(TarEntry entry, string path)
    {
        var target = _guard.HardLinkTarget(entry.Name, naming.MapHardLink(entry));
        if (target == path)
        {
            throw Refusal.Of(entry.Name, "is a hard link to itself");
        }

        EntryGuard.Replace(entry.Name, path);
        if (LocalItem.Find(target)!.Kind == LocalKind.Link)
        {
            // Systems differ in whether they would follow it.
            LocalLinks.Make(path, LocalLinks.Read(target));
        }
        else
        {
            LocalLinks.MakeHard(path, target);
        }
    }

    private void Finish(string path, TarEntry entry)
    {
        GiveAway(path, entry);
        Directory.SetLastWriteTimeUtc(path, LocalItem.Time(entry.Modified));
        SetMode(path, entry);
    }

    private void GiveAway(string path, TarEntry entry)
    {
        if (_giveAway)
        {
            UnixFiles.SetOwner(path, entry.UserId, entry.GroupId);
        }
    }

    // A file of the container's root must not become a program that runs as this machine's.
    private void SetMode(string path, TarEntry entry)
    {
        if (!LocalItem.IsWindows)
        {
            UnixFiles.SetMode(path, owners ? entry.Mode : entry.Mode & Permissions);
        }
    }
}
