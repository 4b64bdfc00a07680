using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace DockerPS;

/// <summary>A range of addresses: the first one, a slash, and how many bits all of them share, such as <c>172.30.0.0/16</c> or <c>2001:db8::/64</c>.</summary>
[TypeConverter(typeof(AddressRangeConverter))]
public sealed class AddressRange : Notation<AddressRange>
{
    internal const string Form = "A range of addresses is such as 172.30.0.0/16 or 2001:db8::/64.";

    private readonly byte[] _bytes;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>172.30.0.0/16</c>.</param>
    /// <exception cref="FormatException">The text is not a range of addresses.</exception>
    public AddressRange(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            throw Wrong($"'{text}' has no slash.");
        }

        Address = AddressText.Parse(text.Substring(0, slash)) ?? throw Wrong($"'{text.Substring(0, slash)}' is not an IP address.");
        _bytes = Address.GetAddressBytes();
        var bits = text.Substring(slash + 1);
        PrefixLength = int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= _bytes.Length * 8
            ? length
            : throw Wrong($"'{bits}' is not a number of bits from 0 to {_bytes.Length * 8}.");
    }

    /// <summary>The address before the slash.</summary>
    public IPAddress Address { get; }

    /// <summary>How many bits all addresses of the range share.</summary>
    public int PrefixLength { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>172.30.0.0/16</c>.</param>
    /// <param name="range">The range.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AddressRange? range) => TryMake(text, static text => new(text), out range);

    /// <summary>Whether an address is in the range.</summary>
    /// <param name="address">The address.</param>
    public bool Contains(IPAddress address) => Shares(address.GetAddressBytes(), PrefixLength);

    /// <summary>Whether two ranges have addresses in common.</summary>
    /// <param name="other">The other range.</param>
    public bool Overlaps(AddressRange other) => Shares(other._bytes, Math.Min(PrefixLength, other.PrefixLength));

    /// <summary>As docker takes it.</summary>
    public override string ToString() => Address + "/" + PrefixLength.ToString(CultureInfo.InvariantCulture);

    private static FormatException Wrong(string what) => new(what + " " + Form);

    private bool Shares(byte[] other, int bits)
    {
        if (other.Length != _bytes.Length)
        {
            return false;
        }

        var whole = bits / 8;
        for (var at = 0; at < whole; at++)
        {
            if (_bytes[at] != other[at])
            {
                return false;
            }
        }

        return bits % 8 == 0 || (_bytes[whole] ^ other[whole]) >> (8 - (bits % 8)) == 0;
    }
}
