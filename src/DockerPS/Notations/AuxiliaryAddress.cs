using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace DockerPS;

/// <summary>An address of a network that something else has, with a name for it: <c>router=172.30.1.5</c>. A hashtable gives one for each entry: <c>@{ router = '172.30.1.5' }</c>.</summary>
[TypeConverter(typeof(AuxiliaryAddressConverter))]
public sealed class AuxiliaryAddress : Notation<AuxiliaryAddress>
{
    internal const string Form = "An address that something else has is name=address, such as router=172.30.1.5.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>router=172.30.1.5</c>.</param>
    /// <exception cref="FormatException">The text is not a name and an address.</exception>
    public AuxiliaryAddress(string text)
    {
        var equals = text.IndexOf('=');
        if (equals <= 0)
        {
            throw Wrong(equals < 0 ? $"'{text}' has no name." : $"The name of '{text}' is empty.");
        }

        Name = text.Substring(0, equals);
        Address = AddressText.Parse(text.Substring(equals + 1)) ?? throw Wrong($"'{text.Substring(equals + 1)}' is not an IP address.");
    }

    /// <summary>What has the address.</summary>
    public string Name { get; }

    /// <summary>The address, which no container gets.</summary>
    public IPAddress Address { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>router=172.30.1.5</c>.</param>
    /// <param name="address">The address.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuxiliaryAddress? address) => TryMake(text, static text => new(text), out address);

    /// <summary>As docker takes it.</summary>
    public override string ToString() => Name + "=" + Address;

    private static FormatException Wrong(string what) => new(what + " " + Form);
}
