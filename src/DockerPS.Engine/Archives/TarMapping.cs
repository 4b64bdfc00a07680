using System;
using System.Collections.Generic;
using System.Globalization;

namespace DockerPS.Archives;

/// <summary>Makes an entry of a header and of what extended headers before it say.</summary>
internal static class TarMapping
{
    public static TarEntry ToEntry(
        ReadOnlySpan<byte> block, long size, List<KeyValuePair<string, byte[]>>? extended, string? longName, string? longLink)
    {
        var others = new List<KeyValuePair<string, byte[]>>();
        string? path = null, sparsePath = null, link = null, user = null, group = null;
        long? userId = null, groupId = null, modified = null;
        foreach (var record in extended ?? [])
        {
            switch (record.Key)
            {
                case "path":
                    path = Text(record);
                    break;
                case "GNU.sparse.name":
                    // A sparse file's own name; "path" has another one for programs that know nothing of it.
                    sparsePath = Text(record);
                    break;
                case "linkpath":
                    link = Text(record);
                    break;
                case "size":
                    size = Number(record);
                    break;
                case "uid":
                    userId = Number(record);
                    break;
                case "gid":
                    groupId = Number(record);
                    break;
                case "uname":
                    user = Text(record);
                    break;
                case "gname":
                    group = Text(record);
                    break;
                case "mtime":
                    modified = Seconds(record);
                    break;
                case "atime" or "ctime":
                    break;
                default:
                    others.Add(record);
                    break;
            }
        }

        var name = sparsePath ?? path ?? longName ?? PlainName(block);
        var kind = Kind(block[TarHeader.Kind.Offset], name);
        return new TarEntry
        {
            Name = name,
            Kind = kind,
            Size = kind == TarEntryKind.File ? size : 0,
            Mode = (int)(TarHeader.ReadNumber(block, TarHeader.Mode) & 0xFFF),
            UserId = userId ?? TarHeader.ReadNumber(block, TarHeader.UserId),
            GroupId = groupId ?? TarHeader.ReadNumber(block, TarHeader.GroupId),
            UserName = user ?? TarHeader.ReadText(block, TarHeader.UserName),
            GroupName = group ?? TarHeader.ReadText(block, TarHeader.GroupName),
            Modified = modified ?? TarHeader.ReadNumber(block, TarHeader.Modified),
            LinkName = link ?? longLink ?? TarHeader.ReadText(block, TarHeader.LinkName),
            DeviceMajor = kind is TarEntryKind.CharacterDevice or TarEntryKind.BlockDevice ? TarHeader.ReadNumber(block, TarHeader.DeviceMajor) : 0,
            DeviceMinor = kind is TarEntryKind.CharacterDevice or TarEntryKind.BlockDevice ? TarHeader.ReadNumber(block, TarHeader.DeviceMinor) : 0,
            Others = others,
        };
    }

    private static TarEntryKind Kind(byte letter, string name) => letter switch
    {
        // As old archives write them; a folder is then told by its name.
        0 or (byte)'7' => name is [.., '/'] ? TarEntryKind.Folder : TarEntryKind.File,
        >= (byte)TarEntryKind.File and <= (byte)TarEntryKind.Fifo => (TarEntryKind)letter,
        _ => throw new FormatException($"the entry {name} is of the unknown kind '{(char)letter}'"),
    };

    private static string PlainName(ReadOnlySpan<byte> block)
    {
        var name = TarHeader.ReadText(block, TarHeader.Name);

        // Only POSIX's own format has the field; GNU's keeps times there.
        var prefix = TarHeader.ReadBytes(block, TarHeader.Magic).SequenceEqual("ustar"u8) ? TarHeader.ReadText(block, TarHeader.Prefix) : "";
        return prefix.Length > 0 ? prefix + "/" + name : name;
    }

    private static string Text(KeyValuePair<string, byte[]> record) => TarHeader.Decode(record.Value);

    private static long Number(KeyValuePair<string, byte[]> record) =>
        long.TryParse(Text(record), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"an extended header's {record.Key} is no number");

    // Fractions are left out, as the engine's own archives do.
    private static long Seconds(KeyValuePair<string, byte[]> record) =>
        decimal.TryParse(Text(record), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? (long)Math.Floor(seconds)
            : throw new FormatException($"an extended header's {record.Key} is no time");
}
