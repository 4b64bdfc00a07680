using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DockerPS.Archives;

/// <summary>Writes a tar archive, blocking: POSIX's format, with extended headers for what its fields are too small for.</summary>
internal sealed class TarWriter(Stream target)
{
    private static readonly byte[] s_zeros = new byte[2 * TarHeader.BlockLength];

    private readonly byte[] _block = new byte[TarHeader.BlockLength];
    private long _left;
    private int _padding;

    /// <summary>Begins an entry; a file's content follows by <see cref="Content"/>.</summary>
    public void Begin(TarEntry entry)
    {
        End(entry.Name);
        var records = Records(entry);
        if (records.Count > 0)
        {
            var extended = PaxRecords.Write(records);
            WriteHeader(new TarEntry { Name = "PaxHeaders/entry", Kind = (TarEntryKind)TarHeader.Extended, Size = extended.Length, Mode = 0b110_100_100 });
            target.Write(extended, 0, extended.Length);
            Pad((int)(-extended.Length & (TarHeader.BlockLength - 1)));
        }

        WriteHeader(entry);
        _left = entry.Size;
        _padding = (int)(-entry.Size & (TarHeader.BlockLength - 1));
    }

    /// <summary>Writes a piece of the content of the entry that was begun.</summary>
    public void Content(byte[] buffer, int offset, int count)
    {
        if (count > _left)
        {
            throw new InvalidOperationException("The content is longer than its header says.");
        }

        target.Write(buffer, offset, count);
        _left -= count;
    }

    /// <summary>Writes the archive's end.</summary>
    public void Finish()
    {
        End("the end");
        target.Write(s_zeros, 0, s_zeros.Length);
        target.Flush();
    }

    private void End(string next)
    {
        if (_left > 0)
        {
            throw new InvalidOperationException($"The content before {next} is shorter than its header says.");
        }

        Pad(_padding);
        _padding = 0;
    }

    private void Pad(int length) => target.Write(s_zeros, 0, length);

    private static List<KeyValuePair<string, byte[]>> Records(TarEntry entry)
    {
        var records = new List<KeyValuePair<string, byte[]>>();
        Add("path", entry.Name, !Plain(entry.Name, TarHeader.Name));
        Add("linkpath", entry.LinkName, !Plain(entry.LinkName, TarHeader.LinkName));
        Add("uname", entry.UserName, !Plain(entry.UserName, TarHeader.UserName));
        Add("gname", entry.GroupName, !Plain(entry.GroupName, TarHeader.GroupName));
        AddNumber("size", entry.Size, TarHeader.Size);
        AddNumber("uid", entry.UserId, TarHeader.UserId);
        AddNumber("gid", entry.GroupId, TarHeader.GroupId);
        AddNumber("mtime", entry.Modified, TarHeader.Modified);
        records.AddRange(entry.Others);
        return records;

        void Add(string key, string text, bool wanted)
        {
            if (wanted)
            {
                records.Add(new KeyValuePair<string, byte[]>(key, TarHeader.Text.GetBytes(text)));
            }
        }

        void AddNumber(string key, long value, TarField field) =>
            Add(key, value.ToString(CultureInfo.InvariantCulture), !TarHeader.Fits(field, value));
    }

    private static bool Plain(string text, TarField field) => text.Length <= field.Length && text.All(letter => letter is > (char)0 and < (char)128);

    private void WriteHeader(TarEntry entry)
    {
        Array.Clear(_block, 0, _block.Length);
        TarHeader.WriteText(_block, TarHeader.Name, entry.Name);
        TarHeader.WriteNumber(_block, TarHeader.Mode, entry.Mode);
        TarHeader.WriteNumber(_block, TarHeader.UserId, entry.UserId);
        TarHeader.WriteNumber(_block, TarHeader.GroupId, entry.GroupId);
        TarHeader.WriteNumber(_block, TarHeader.Size, entry.Size);
        TarHeader.WriteNumber(_block, TarHeader.Modified, entry.Modified);
        _block[TarHeader.Kind.Offset] = (byte)entry.Kind;
        TarHeader.WriteText(_block, TarHeader.LinkName, entry.LinkName);
        TarHeader.WriteText(_block, TarHeader.Magic, "ustar\0" + "00");
        TarHeader.WriteText(_block, TarHeader.UserName, entry.UserName);
        TarHeader.WriteText(_block, TarHeader.GroupName, entry.GroupName);
        TarHeader.WriteNumber(_block, TarHeader.DeviceMajor, entry.DeviceMajor);
        TarHeader.WriteNumber(_block, TarHeader.DeviceMinor, entry.DeviceMinor);
        TarHeader.WriteChecksum(_block);
        target.Write(_block, 0, _block.Length);
    }
}
