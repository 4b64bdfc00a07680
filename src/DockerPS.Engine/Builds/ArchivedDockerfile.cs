using System;
using System.IO;
using System.Text;
using DockerPS.Archives;

namespace DockerPS.Builds;

/// <summary>Looks for the Dockerfile in a context that is an archive.</summary>
internal static class ArchivedDockerfile
{
    private const long LengthLimit = 4 * 1024 * 1024;

    /// <summary>Finds it. Null where it is not found, or the archive can't be read here: then only the builder sees it, and says what is wrong.</summary>
    /// <param name="archive">The archive's file: plain, or compressed with gzip or zstd.</param>
    /// <param name="name">Its path in the archive.</param>
    public static Dockerfile? Find(string archive, string name)
    {
        try
        {
            using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var plain = Compression.Unpack(file);
            return plain is null ? null : Find(plain, SlashPath.Clean(name));
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException or DockerException or ZstdSharp.ZstdException)
        {
            return null;
        }
    }

    private static Dockerfile? Find(Stream archive, string name)
    {
        var reader = new TarReader(archive.Read, () => new InvalidDataException("The archive ends before its end."));
        Dockerfile? found = null;

        // As it is unpacked: of several with one name the last counts.
        while (reader.Next() is { } entry)
        {
            if (entry.Kind == TarEntryKind.File && entry.Size <= LengthLimit && SlashPath.Clean(entry.Name) == name)
            {
                found = Dockerfile.Parse(Text(reader));
            }
        }

        return found;
    }

    private static string Text(TarReader reader)
    {
        var content = new MemoryStream();
        for (var piece = reader.Read(); piece.Count > 0; piece = reader.Read())
        {
            content.Write(piece.Array!, piece.Offset, piece.Count);
        }

        return Encoding.UTF8.GetString(content.ToArray());
    }
}
