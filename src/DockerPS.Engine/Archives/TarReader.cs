using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>Reads a tar archive straight from where it comes: blocking, with one buffer whose pieces are lent out, so that no content is copied in between.</summary>
/// <param name="source">Reads into a buffer from an offset at most so many bytes; 0 at the end.</param>
/// <param name="cut">The failure of an archive that ends before its end.</param>
internal sealed class TarReader(Func<byte[], int, int, int> source, Func<Exception> cut)
{
    /// <summary>Far more than names and attributes need: what comes here is kept in memory.</summary>
    private const int ExtendedLimit = 1024 * 1024;

    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private long _content;
    private int _padding;

    /// <summary>The next entry, past what is left of the content before; null at the archive's end.</summary>
    /// <exception cref="DockerException">What comes is no tar archive.</exception>
    public TarEntry? Next()
    {
        try
        {
            return ReadEntry();
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The archive can't be read: {failure.Message}.", failure);
        }
    }

    /// <summary>A piece of the entry's content, lent until the next call; empty at its end.</summary>
    public ArraySegment<byte> Read()
    {
        if (_content == 0)
        {
            return new ArraySegment<byte>(_buffer, 0, 0);
        }

        if (_start == _end)
        {
            Fill(1);
        }

        var piece = new ArraySegment<byte>(_buffer, _start, (int)Math.Min(_end - _start, _content));
        _start += piece.Count;
        _content -= piece.Count;
        return piece;
    }

    private TarEntry? ReadEntry()
    {
        List<KeyValuePair<string, byte[]>>? extended = null;
        string? longName = null;
        string? longLink = null;
        while (true)
        {
            Skip();
            var block = Take(TarHeader.BlockLength);
            if (IsEmpty(block))
            {
                return null;
            }

            if (!TarHeader.IsSound(block))
            {
                throw new FormatException("a header's checksum is wrong");
            }

            var size = TarHeader.ReadNumber(block, TarHeader.Size);
            switch (block[TarHeader.Kind.Offset])
            {
                case TarHeader.Extended:
                    extended = PaxRecords.Read(ReadWhole(size));
                    break;
                case TarHeader.GlobalExtended:
                    ReadWhole(size);
                    break;
                case TarHeader.LongName:
                    longName = TarHeader.Decode(WithoutZeros(ReadWhole(size)));
                    break;
                case TarHeader.LongLink:
                    longLink = TarHeader.Decode(WithoutZeros(ReadWhole(size)));
                    break;
                default:
                    var entry = TarMapping.ToEntry(block, size, extended, longName, longLink);
                    Begin(entry.Size);
                    return entry;
            }
        }
    }

    private void Begin(long size)
    {
        _content = size >= 0 ? size : throw new FormatException("an entry's size is negative");
        _padding = (int)(-size & (TarHeader.BlockLength - 1));
    }

    private byte[] ReadWhole(long size)
    {
        if (size > ExtendedLimit)
        {
            throw new FormatException(string.Format(CultureInfo.InvariantCulture, "an extended header has {0} bytes", size));
        }

        Begin(size);
        var whole = new MemoryStream((int)size);
        for (var piece = Read(); piece.Count > 0; piece = Read())
        {
            whole.Write(piece.Array!, piece.Offset, piece.Count);
        }

        return whole.ToArray();
    }

    private void Skip()
    {
        while (_content > 0)
        {
            Read();
        }

        if (_padding > 0)
        {
            Take(_padding);
            _padding = 0;
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        Fill(length);
        var taken = new ReadOnlySpan<byte>(_buffer, _start, length);
        _start += length;
        return taken;
    }

    private void Fill(int length)
    {
        if (_end - _start >= length)
        {
            return;
        }

        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        while (_end < length)
        {
            var read = source(_buffer, _end, _buffer.Length - _end);
            _end += read > 0 ? read : throw cut();
        }
    }

    private static bool IsEmpty(ReadOnlySpan<byte> block)
    {
        foreach (var value in block)
        {
            if (value != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> WithoutZeros(byte[] text)
    {
        var end = Array.IndexOf(text, (byte)0);
        return text.AsSpan(0, end < 0 ? text.Length : end);
    }
}
