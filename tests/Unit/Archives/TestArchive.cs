using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using DockerPS.Archives;

namespace DockerPS.Tests.Unit.Archives;

/// <summary>Archives as a hostile hand would write them: the writer takes any name.</summary>
internal static class TestArchive
{
    public static TarEntry File(string name, int mode = 0b110_100_100) => new() { Name = name, Kind = TarEntryKind.File, Mode = mode, Size = 5, Modified = 1_700_000_000 };

    public static TarEntry Folder(string name) => new() { Name = name, Kind = TarEntryKind.Folder, Mode = 0b111_101_101, Modified = 1_700_000_000 };

    public static TarEntry Link(string name, string target) => new() { Name = name, Kind = TarEntryKind.SymbolicLink, LinkName = target, Mode = 0b111_111_111 };

    public static TarEntry HardLink(string name, string target) => new() { Name = name, Kind = TarEntryKind.HardLink, LinkName = target };

    public static TarEntry Special(string name, TarEntryKind kind) => new() { Name = name, Kind = kind, DeviceMajor = 1, DeviceMinor = 3 };

    /// <summary>An archive of these entries; each file holds the word "taken".</summary>
    public static byte[] Write(IEnumerable<TarEntry> entries)
    {
        var bytes = new MemoryStream();
        var writer = new TarWriter(bytes);
        foreach (var entry in entries)
        {
            writer.Begin(entry);
            if (entry.Size > 0)
            {
                writer.Content(Encoding.ASCII.GetBytes("taken"), 0, 5);
            }
        }

        writer.Finish();
        return bytes.ToArray();
    }

    public static TarReader Read(byte[] archive, int pieceLength = int.MaxValue)
    {
        var stream = new MemoryStream(archive);
        return new TarReader(
            (buffer, offset, count) => stream.Read(buffer, offset, Math.Min(count, pieceLength)),
            () => new EndOfStreamException());
    }

    /// <summary>A new name in a header, with its checksum set right: what no writer would write.</summary>
    public static byte[] Alter(byte[] archive, Action<byte[]> change)
    {
        change(archive);
        TarHeader.WriteChecksum(archive);
        return archive;
    }
}
