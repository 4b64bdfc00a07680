using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Net;

namespace DockerPS;

/// <summary>
/// A line for a container's hosts file: <c>host:ip</c> or <c>host=ip</c>, an IPv6 address in brackets or without; <c>host-gateway</c> stands for the engine's machine.
/// A hashtable gives one for each entry: <c>@{ db = '10.0.0.5' }</c>.
/// </summary>
[TypeConverter(typeof(HostEntryConverter))]
public sealed class HostEntry : Notation<HostEntry>
{
    internal const string Form = "A hosts entry is host:ip, such as db:10.0.0.5, db=[2001:db8::5] or up:host-gateway.";

    private const string Gateway = "host-gateway";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>db:10.0.0.5</c>.</param>
    /// <exception cref="FormatException">The text is not a hosts entry.</exception>
    public HostEntry(string text)
    {
        var cut = text.IndexOf('=');
        cut = cut < 0 ? text.IndexOf(':') : cut;
        if (cut <= 0)
        {
            throw Wrong(cut < 0 ? $"'{text}' has no address." : $"'{text}' has no host.");
        }

        Host = text.Substring(0, cut);
        if (Host.IndexOf(':') >= 0 || Host.Any(char.IsWhiteSpace))
        {
            throw Wrong($"The host '{Host}' has a colon or white space.");
        }

        var address = text.Substring(cut + 1);
        if (address != Gateway)
        {
            var bare = address.Length > 2 && address[0] == '[' && address[address.Length - 1] == ']' ? address.Substring(1, address.Length - 2) : address;
            Address = AddressText.Parse(bare) ?? throw Wrong($"'{address}' is not an IP address.");
        }
    }

    /// <summary>The name that is looked up.</summary>
    public string Host { get; }

    /// <summary>Its address; null stands for the engine's machine.</summary>
    public IPAddress? Address { get; }

    /// <summary>The entry stands for the engine's machine.</summary>
    public bool IsHostGateway => Address is null;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>db:10.0.0.5</c>.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HostEntry? entry) => TryMake(text, static text => new(text), out entry);

    /// <summary>As the engine takes it: <c>host:ip</c>, without brackets.</summary>
    public override string ToString() => Host + ":" + (Address?.ToString() ?? Gateway);

    private static FormatException Wrong(string what) => new(what + " " + Form);
}
