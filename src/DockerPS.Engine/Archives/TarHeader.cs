using System;
using System.Text;

namespace DockerPS.Archives;

/// <summary>The fields of a header block of 512 bytes: text, and numbers in octal digits or, where these are too few, in base 256.</summary>
internal static class TarHeader
{
    public const int BlockLength = 512;

    /// <summary>The letters of headers that describe the entry after them.</summary>
    public const byte Extended = (byte)'x';
    public const byte GlobalExtended = (byte)'g';
    public const byte LongName = (byte)'L';
    public const byte LongLink = (byte)'K';

    /// <summary>Names that are no text: two such could become one.</summary>
    public static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static readonly TarField Name = new(0, 100);
    public static readonly TarField Mode = new(100, 8);
    public static readonly TarField UserId = new(108, 8);
    public static readonly TarField GroupId = new(116, 8);
    public static readonly TarField Size = new(124, 12);
    public static readonly TarField Modified = new(136, 12);
    public static readonly TarField Checksum = new(148, 8);
    public static readonly TarField Kind = new(156, 1);
    public static readonly TarField LinkName = new(157, 100);
    public static readonly TarField Magic = new(257, 8);
    public static readonly TarField UserName = new(265, 32);
    public static readonly TarField GroupName = new(297, 32);
    public static readonly TarField DeviceMajor = new(329, 8);
    public static readonly TarField DeviceMinor = new(337, 8);
    public static readonly TarField Prefix = new(345, 155);

    /// <summary>The text of a field, up to its first zero.</summary>
    public static string ReadText(ReadOnlySpan<byte> block, TarField field) => Decode(ReadBytes(block, field));

    /// <summary>The bytes of a field, up to its first zero.</summary>
    public static ReadOnlySpan<byte> ReadBytes(ReadOnlySpan<byte> block, TarField field)
    {
        var bytes = block.Slice(field.Offset, field.Length);
        var end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes.Slice(0, end);
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Text.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException failure)
        {
            throw new FormatException("an entry's name is not UTF-8", failure);
        }
    }

    /// <summary>The number in a field.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static long ReadNumber(ReadOnlySpan<byte> block, TarField field)
    {
        var bytes = block.Slice(field.Offset, field.Length);
        if ((bytes[0] & 0x80) != 0)
        {
            return ReadBinary(bytes);
        }

        var value = 0L;
        var digits = false;
        foreach (var digit in bytes)
        {
            if (digit is >= (byte)'0' and <= (byte)'7')
            {
                value = checked((value * 8) + (digit - '0'));
                digits = true;
            }
            else if (digits || digit is not (0 or (byte)' '))
            {
                return digit is 0 or (byte)' ' ? value : throw new FormatException("a number in a header has other than octal digits");
            }
        }

        return value;
    }

    public static void WriteText(Span<byte> block, TarField field, string text)
    {
        var bytes = Text.GetBytes(text);
        bytes.AsSpan(0, Math.Min(bytes.Length, field.Length)).CopyTo(block.Slice(field.Offset));
    }

    /// <summary>Whether octal digits in this field can say it.</summary>
    public static bool Fits(TarField field, long value) => value >= 0 && value < 1L << (3 * (field.Length - 1));

    /// <summary>Writes a number in octal digits; zero where they are too few.</summary>
    public static void WriteNumber(Span<byte> block, TarField field, long value)
    {
        var left = Fits(field, value) ? value : 0;
        for (var at = field.Offset + field.Length - 2; at >= field.Offset; at--)
        {
            block[at] = (byte)('0' + (left & 7));
            left >>= 3;
        }
    }

    /// <summary>Writes the sum of the whole block, its own field taken as spaces.</summary>
    public static void WriteChecksum(Span<byte> block)
    {
        var sum = Sum(block);
        for (var at = Checksum.Offset + 5; at >= Checksum.Offset; at--)
        {
            block[at] = (byte)('0' + (sum & 7));
            sum >>= 3;
        }

        block[Checksum.Offset + 6] = 0;
        block[Checksum.Offset + 7] = (byte)' ';
    }

    /// <summary>Whether the block is a header at all.</summary>
    public static bool IsSound(ReadOnlySpan<byte> block)
    {
        try
        {
            return ReadNumber(block, Checksum) == Sum(block);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static long Sum(ReadOnlySpan<byte> block)
    {
        var sum = 0L;
        for (var at = 0; at < BlockLength; at++)
        {
            sum += at >= Checksum.Offset && at < Checksum.Offset + Checksum.Length ? (byte)' ' : block[at];
        }

        return sum;
    }

    private static long ReadBinary(ReadOnlySpan<byte> bytes)
    {
        // The highest bit is the mark, the one below it the sign.
        var value = (bytes[0] & 0x40) != 0 ? -1L : 0L;
        for (var at = 0; at < bytes.Length; at++)
        {
            var part = at == 0 ? bytes[0] & 0x3F | (value < 0 ? 0x40 | 0x80 : 0) : bytes[at];
            if (value > long.MaxValue >> 8 || value < long.MinValue >> 8)
            {
                throw new FormatException("a number in a header is too large");
            }

            value = unchecked((value << 8) | (uint)(byte)part);
        }

        return value;
    }
}
