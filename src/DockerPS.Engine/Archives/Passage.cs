using System;
using System.Threading;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>Hands an archive's entries on to another archive, under the names that they have there.</summary>
/// <param name="naming">Where the entries belong.</param>
/// <param name="owners">Owners are kept; else all is root's.</param>
/// <param name="refused">Gets the refusals.</param>
/// <param name="sparse">Gets the files with long runs of zeros; null for nobody.</param>
internal sealed class Passage(EntryNaming naming, bool owners, Action<DockerException> refused, Action<SparseFile>? sparse)
{
    /// <summary>Hands all on; the calling thread is blocked meanwhile.</summary>
    public void Run(TarReader source, TarWriter target, Action<int> moved, CancellationToken cancel)
    {
        while (source.Next() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            TarEntry? renamed;
            try
            {
                renamed = Rename(entry);
            }
            catch (DockerException failure) when (failure.Error == DockerError.EntryRefused)
            {
                refused(failure);
                continue;
            }

            if (renamed is not null)
            {
                Copy(source, renamed, target, moved, cancel);
            }
        }

        target.Finish();
    }

    private void Copy(TarReader source, TarEntry entry, TarWriter target, Action<int> moved, CancellationToken cancel)
    {
        target.Begin(entry);
        var holes = sparse is not null && entry.Kind == TarEntryKind.File ? new HoleFinder() : null;
        for (var piece = source.Read(); piece.Count > 0; piece = source.Read())
        {
            cancel.ThrowIfCancellationRequested();
            target.Content(piece.Array!, piece.Offset, piece.Count);
            holes?.Add(piece);
            moved(piece.Count);
        }

        if (holes?.Finish() is { } data)
        {
            sparse!(new SparseFile(entry.Name, entry.Size, entry.Modified, data));
        }
    }

    private TarEntry? Rename(TarEntry entry)
    {
        if (naming.Map(entry.Name) is not { } parts)
        {
            return null;
        }

        var link = entry.Kind == TarEntryKind.HardLink ? string.Join("/", naming.MapHardLink(entry)) : entry.LinkName;
        var name = parts.Count == 0 ? "." : string.Join("/", parts);
        var renamed = entry with { Name = entry.Kind == TarEntryKind.Folder ? name + "/" : name, LinkName = link };
        return owners ? renamed : renamed with { UserId = 0, GroupId = 0, UserName = "", GroupName = "" };
    }
}
