using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>A hardware address: <c>92:d0:c6:0a:29:33</c>, with dashes, or as <c>92d0.c60a.2933</c>; in any case.</summary>
[TypeConverter(typeof(MacAddressConverter))]
public sealed class MacAddress : Notation<MacAddress>
{
    internal const string Form = "A hardware address is such as 92:d0:c6:0a:29:33.";

    private readonly string _address;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>92:d0:c6:0a:29:33</c>.</param>
    /// <exception cref="FormatException">The text is not a hardware address.</exception>
    public MacAddress(string text) => _address = MacText.Parse(text) ?? throw new FormatException($"'{text}' is not a hardware address. {Form}");

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>92:d0:c6:0a:29:33</c>.</param>
    /// <param name="address">The address.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MacAddress? address) => TryMake(text, static text => new(text), out address);

    /// <summary>The address in small letters with colons.</summary>
    public override string ToString() => _address;
}
