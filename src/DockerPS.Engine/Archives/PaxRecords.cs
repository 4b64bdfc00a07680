using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace DockerPS.Archives;

/// <summary>The records of an extended header: <c>length key=value</c> and a line feed each, where the length counts the whole record.</summary>
internal static class PaxRecords
{
    /// <exception cref="FormatException">The records are malformed.</exception>
    public static List<KeyValuePair<string, byte[]>> Read(byte[] bytes)
    {
        var records = new List<KeyValuePair<string, byte[]>>();
        var rest = new ReadOnlySpan<byte>(bytes);
        while (rest.Length > 0)
        {
            var space = rest.IndexOf((byte)' ');
            if (space < 1 || space > 10
                || !int.TryParse(TarHeader.Decode(rest.Slice(0, space)), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length > rest.Length || length < space + 3 || rest[length - 1] != '\n')
            {
                throw new FormatException("an extended header has a record of a wrong length");
            }

            var record = rest.Slice(space + 1, length - space - 2);
            var equals = record.IndexOf((byte)'=');
            if (equals < 1)
            {
                throw new FormatException("an extended header has a record without a name");
            }

            records.Add(new KeyValuePair<string, byte[]>(TarHeader.Decode(record.Slice(0, equals)), record.Slice(equals + 1).ToArray()));
            rest = rest.Slice(length);
        }

        return records;
    }

    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> records)
    {
        var all = new MemoryStream();
        foreach (var record in records)
        {
            var key = TarHeader.Text.GetBytes(record.Key);

            // The length counts its own digits.
            var without = key.Length + record.Value.Length + 3;
            var length = without + Digits(without);
            if (Digits(length) != Digits(without))
            {
                length++;
            }

            var size = TarHeader.Text.GetBytes(length.ToString(CultureInfo.InvariantCulture));
            all.Write(size, 0, size.Length);
            all.WriteByte((byte)' ');
            all.Write(key, 0, key.Length);
            all.WriteByte((byte)'=');
            all.Write(record.Value, 0, record.Value.Length);
            all.WriteByte((byte)'\n');
        }

        return all.ToArray();
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
