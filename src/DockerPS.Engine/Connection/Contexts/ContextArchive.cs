using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using DockerPS.Archives;

namespace DockerPS.Connection.Contexts;

/// <summary>Contexts as the docker command exports them: <c>meta.json</c>, and certificates and keys below <c>tls</c>. What is imported is hostile until it is read through.</summary>
internal static class ContextArchive
{
    public const string Meta = "meta.json";
    private const string TlsPrefix = "tls/";

    /// <summary>What the docker command takes at most.</summary>
    private const long Limit = 10 * 1024 * 1024;

    private static readonly Regex TlsFile = new("^tls/[A-Za-z0-9_-][A-Za-z0-9_.-]*/[A-Za-z0-9_-][A-Za-z0-9_.-]*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Writes an archive.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="files">The files by their paths in it.</param>
    public static void Write(Stream target, IReadOnlyList<KeyValuePair<string, byte[]>> files)
    {
        var writer = new TarWriter(target);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var slash = file.Key.IndexOf('/'); slash >= 0; slash = file.Key.IndexOf('/', slash + 1))
            {
                var folder = file.Key.Substring(0, slash + 1);
                if (folders.Add(folder))
                {
                    writer.Begin(new TarEntry { Name = folder, Kind = TarEntryKind.Folder, Mode = 0b111_000_000 });
                }
            }

            var isMeta = file.Key == Meta;
            writer.Begin(new TarEntry { Name = file.Key, Kind = TarEntryKind.File, Size = file.Value.Length, Mode = isMeta ? 0b110_100_100 : 0b110_000_000 });
            writer.Content(file.Value, 0, file.Value.Length);
        }

        writer.Finish();
    }

    /// <summary>Reads an archive whole, and refuses what does not belong into one.</summary>
    public static IReadOnlyDictionary<string, byte[]> Read(Stream archive)
    {
        using var whole = new MemoryStream();
        CopyLimited(archive, whole, "The archive");
        whole.Position = 0;
        var bytes = whole.ToArray();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            if (bytes.Length > 4 && bytes[0] == 'P' && bytes[1] == 'K')
            {
                ReadZip(whole, files);
            }
            else
            {
                ReadTar(whole, files);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or DockerException { Error: DockerError.InvalidAnswer })
        {
            throw Refused("it is neither a tar nor a zip archive that can be read: " + failure.Message, failure);
        }

        return files.ContainsKey(Meta) ? files : throw Refused("it has no " + Meta);
    }

    public static DockerException Refused(string why, Exception? inner = null) =>
        new(DockerError.ContextInvalid, $"The context was not imported, and nothing was changed: {why}.", inner);

    private static void ReadTar(MemoryStream whole, Dictionary<string, byte[]> files)
    {
        var reader = new TarReader(whole.Read, () => new EndOfStreamException("it ends too early"));
        while (Next(reader, isFirst: files.Count == 0) is { } entry)
        {
            if (entry.Kind == TarEntryKind.Folder)
            {
                continue;
            }

            if (entry.Kind != TarEntryKind.File)
            {
                throw Refused($"the entry '{entry.Name}' is no file");
            }

            using var content = new MemoryStream();
            for (var piece = reader.Read(); piece.Count > 0; piece = reader.Read())
            {
                content.Write(piece.Array!, piece.Offset, piece.Count);
            }

            Add(files, entry.Name, content.ToArray());
        }
    }

    // The docker command leaves away what fills the last block, and the mark of the archive's end. The content before has been read whole here.
    private static TarEntry? Next(TarReader reader, bool isFirst)
    {
        try
        {
            return reader.Next();
        }
        catch (EndOfStreamException) when (!isFirst)
        {
            return null;
        }
    }

    private static void ReadZip(MemoryStream whole, Dictionary<string, byte[]> files)
    {
        using var zip = new ZipArchive(whole, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith("/", StringComparison.Ordinal)))
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open())
            {
                CopyLimited(packed, content, $"The entry '{entry.FullName}'");
            }

            Add(files, entry.FullName, content.ToArray());
        }
    }

    private static void Add(Dictionary<string, byte[]> files, string name, byte[] content)
    {
        if (name != Meta && (!name.StartsWith(TlsPrefix, StringComparison.Ordinal) || !TlsFile.IsMatch(name) || name.EndsWith(".", StringComparison.Ordinal)))
        {
            throw Refused($"the entry '{name}' does not belong into a context; only {Meta} and tls/ENDPOINT/FILE do");
        }

        if (files.Keys.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused($"the entry '{name}' stands in it twice");
        }

        files.Add(name, content);
    }

    private static void CopyLimited(Stream source, MemoryStream target, string what)
    {
        var buffer = new byte[81920];
        for (var read = source.Read(buffer, 0, buffer.Length); read > 0; read = source.Read(buffer, 0, buffer.Length))
        {
            if (target.Length + read > Limit)
            {
                throw Refused(what + " is larger than 10 MB");
            }

            target.Write(buffer, 0, read);
        }
    }
}
