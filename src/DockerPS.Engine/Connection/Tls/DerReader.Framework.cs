#if NETFRAMEWORK
using System;
using System.Security.Cryptography;

namespace DockerPS.Connection.Tls;

/// <summary>Reads the values of a key file one after the other.</summary>
internal sealed class DerReader(byte[] data, int start, int end)
{
    public const byte Integer = 0x02;
    public const byte OctetString = 0x04;
    public const byte Sequence = 0x30;

    private int _position = start;

    public DerReader(byte[] data)
        : this(data, 0, data.Length)
    {
    }

    /// <summary>A value that is made of others.</summary>
    public DerReader Inner(byte tag)
    {
        var (from, to) = Next(tag);
        return new DerReader(data, from, to);
    }

    public bool AtEnd => _position >= end;

    /// <summary>The next value, whatever it is.</summary>
    public (byte Tag, byte[] Bytes) Any()
    {
        var tag = data[_position];
        return (tag, Bytes(tag));
    }

    /// <summary>A value's bytes.</summary>
    public byte[] Bytes(byte tag)
    {
        var (from, to) = Next(tag);
        var bytes = new byte[to - from];
        Buffer.BlockCopy(data, from, bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>A positive number without its leading zeros, at least so long.</summary>
    public byte[] Number(int length = 0)
    {
        var bytes = Bytes(Integer);
        var zeros = 0;
        while (zeros < bytes.Length - 1 && bytes[zeros] == 0)
        {
            zeros++;
        }

        var number = new byte[Math.Max(length, bytes.Length - zeros)];
        Buffer.BlockCopy(bytes, zeros, number, number.Length - (bytes.Length - zeros), bytes.Length - zeros);
        return number;
    }

    private (int From, int To) Next(byte tag)
    {
        if (_position + 2 > end || data[_position] != tag)
        {
            throw Malformed();
        }

        int length = data[_position + 1];
        var from = _position + 2;
        if (length >= 0x80)
        {
            var digits = length - 0x80;
            if (digits is 0 or > 3 || from + digits > end)
            {
                throw Malformed();
            }

            length = 0;
            for (var i = 0; i < digits; i++)
            {
                length = length << 8 | data[from++];
            }
        }

        if (length > end - from)
        {
            throw Malformed();
        }

        _position = from + length;
        return (from, _position);
    }

    private static CryptographicException Malformed() => new("The key is malformed.");
}
#endif
