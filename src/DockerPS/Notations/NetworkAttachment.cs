using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>
/// A network for a container: a network's name or id, <c>bridge</c>, <c>host</c>, <c>none</c>, <c>container:name</c>,
/// or <c>name=..,alias=..,ip=..,ip6=..,link-local-ip=..,mac-address=..,driver-opt=key=value,gw-priority=..</c>; or a hashtable: <c>@{ Name = 'front'; Alias = 'web', 'www' }</c>.
/// </summary>
[TypeConverter(typeof(NetworkAttachmentConverter))]
public sealed class NetworkAttachment : Notation<NetworkAttachment>
{
    internal const string Form =
        "A network is a name, bridge, host, none, container:name, or name=front,alias=web,ip=172.30.0.10 with ip6, link-local-ip, mac-address, driver-opt and gw-priority too.";

    internal static readonly string[] Keys = ["name", "alias", "ip", "ip6", "link-local-ip", "mac-address", "driver-opt", "gw-priority"];

    // What docker looks for, to tell the long form from a name.
    private static readonly Regex LongForm = new(@"\A\s*""?[\w-]+=", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly List<string> _aliases = [];
    private readonly List<IPAddress> _linkLocal = [];
    private readonly Dictionary<string, string> _driverOptions = new(StringComparer.Ordinal);

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>front</c> or <c>name=front,alias=web</c>.</param>
    /// <exception cref="FormatException">The text is not a network.</exception>
    public NetworkAttachment(string text)
        : this(LongForm.IsMatch(text) ? Fields(text) : [("name", text)], LongForm.IsMatch(text) ? Fragment.Hint(text) : "")
    {
    }

    internal NetworkAttachment(IEnumerable<(string Key, string? Value)> fields, string hint)
    {
        Name = "";
        foreach (var (key, value) in fields)
        {
            var name = key.Trim().ToLowerInvariant();
            var text = value?.Trim() ?? throw Wrong($"'{key}' is not a key=value.");
            switch (name)
            {
                case "name":
                    Name = text;
                    break;
                case "alias":
                    _aliases.Add(text);
                    break;
                case "ip":
                    Ip = Address(text, name, "an IPv4");
                    break;
                case "ip6":
                    Ip6 = Address(text, name, "an IPv6");
                    break;
                case "link-local-ip":
                    _linkLocal.Add(Address(text, name, "an IP"));
                    break;
                case "mac-address":
                    MacAddress = MacText.Parse(text) ?? throw Wrong($"'{text}' is not a hardware address such as 92:d0:c6:0a:29:33.");
                    break;
                case "driver-opt":
                    AddDriverOption(text);
                    break;
                case "gw-priority":
                    GatewayPriority = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority)
                        ? priority
                        : throw Wrong($"The gw-priority '{text}' is not a whole number.");
                    break;
                default:
                    throw Wrong($"'{key}' is not known here." + hint);
            }
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            throw Wrong("The network's name is missing." + hint);
        }

        if (_aliases.Count > 0 && !IsUserDefined)
        {
            throw Wrong($"The network '{Name}' takes no alias: only networks that users made do.");
        }
    }

    /// <summary>The network's name or id; or <c>bridge</c>, <c>host</c>, <c>none</c>, <c>default</c>, or <c>container:</c> and a container.</summary>
    public string Name { get; }

    /// <summary>More names that the container answers to on this network.</summary>
    public IReadOnlyList<string> Aliases => _aliases;

    /// <summary>The container's IPv4 address; null lets the engine pick.</summary>
    public IPAddress? Ip { get; }

    /// <summary>The container's IPv6 address; null lets the engine pick.</summary>
    public IPAddress? Ip6 { get; }

    /// <summary>Link-local addresses of the container.</summary>
    public IReadOnlyList<IPAddress> LinkLocalIps => _linkLocal;

    /// <summary>The hardware address, in small letters with colons; null lets the engine pick.</summary>
    public string? MacAddress { get; }

    /// <summary>Options for the network's driver.</summary>
    public IReadOnlyDictionary<string, string> DriverOptions => _driverOptions;

    /// <summary>Which network gives the default gateway: the one with the highest number. The default is 0.</summary>
    public int GatewayPriority { get; }

    /// <summary>It is a network that a user made, not one of the engine's modes.</summary>
    public bool IsUserDefined =>
        Name is not ("bridge" or "host" or "none" or "default") && !Name.StartsWith("container:", StringComparison.Ordinal);

    /// <summary>There is more than the name.</summary>
    public bool HasOptions => _aliases.Count > 0 || Ip is not null || Ip6 is not null || _linkLocal.Count > 0
        || MacAddress is not null || _driverOptions.Count > 0 || GatewayPriority != 0;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>name=front,alias=web</c>.</param>
    /// <param name="attachment">The network.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NetworkAttachment? attachment) =>
        TryMake(text, static text => new(text), out attachment);

    /// <summary>The name alone where there is no more, otherwise the long form.</summary>
    public override string ToString() => !HasOptions && !LongForm.IsMatch(Name) ? Name : CommaFields.Join(Parts());

    private static List<(string Key, string? Value)> Fields(string text)
    {
        try
        {
            return CommaFields.Read(text);
        }
        catch (FormatException error)
        {
            throw Wrong(error.Message);
        }
    }

    private static IPAddress Address(string text, string key, string kind) =>
        AddressText.Parse(text) is { } address && (kind == "an IP" || AddressText.IsIPv6(address) == (kind == "an IPv6"))
            ? address
            : throw Wrong($"The {key} '{text}' is not {kind} address.");

    private static FormatException Wrong(string what) => new(what + " " + Form);

    private void AddDriverOption(string text)
    {
        var equals = text.IndexOf('=');
        _driverOptions[equals > 0 ? text.Substring(0, equals).Trim() : throw Wrong($"The driver-opt '{text}' is not a key=value.")] =
            text.Substring(equals + 1).Trim();
    }

    private IEnumerable<string> Parts() => new[] { "name=" + Name }
        .Concat(_aliases.Select(alias => "alias=" + alias))
        .Concat(Ip is null ? [] : ["ip=" + Ip])
        .Concat(Ip6 is null ? [] : ["ip6=" + Ip6])
        .Concat(_linkLocal.Select(address => "link-local-ip=" + address))
        .Concat(MacAddress is null ? [] : ["mac-address=" + MacAddress])
        .Concat(_driverOptions.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => "driver-opt=" + option.Key + "=" + option.Value))
        .Concat(GatewayPriority == 0 ? [] : ["gw-priority=" + GatewayPriority.ToString(CultureInfo.InvariantCulture)]);
}
