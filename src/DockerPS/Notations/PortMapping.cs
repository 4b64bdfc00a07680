using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace DockerPS;

/// <summary>
/// A published port, or a range of them: <c>[ip:][hostPort[-end]:]containerPort[-end][/protocol]</c>, or <c>published=8080,target=80,protocol=udp</c>.
/// A hashtable gives several: <c>@{ 8080 = 80; 8443 = 443 }</c>; or one: <c>@{ HostIp = '127.0.0.1'; HostPort = 8080; ContainerPort = 80 }</c>.
/// </summary>
[TypeConverter(typeof(PortMappingConverter))]
public sealed class PortMapping : Notation<PortMapping>
{
    internal const string Form =
        "A published port is [ip:][hostPort[-end]:]containerPort[-end][/tcp|udp|sctp], such as 8080:80 or 127.0.0.1::53/udp.";

    private readonly PortRange? _host;
    private readonly PortRange _container;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>8080:80</c>.</param>
    /// <exception cref="FormatException">The text is not a published port.</exception>
    public PortMapping(string text)
    {
        var (ip, host, container) = text.IndexOf('=') >= 0 ? FromLongForm(text) : Split(text);
        if (container.Length == 0 || container[0] == '/')
        {
            throw Wrong($"'{text}' has no container port.");
        }

        (container, Protocol) = SplitProtocol(container);
        _container = Range(container, "The container port");
        _host = host.Length == 0 ? null : Range(host, "The host port");
        if (_host is { } range && _container.Count > 1 && range.Count != _container.Count)
        {
            throw Wrong($"The host ports {range} and the container ports {_container} are not equally many.");
        }

        HostIp = ip.Length == 0 ? null : Address(ip);
    }

    private PortMapping(IPAddress? hostIp, PortRange? host, PortRange container, string protocol)
    {
        HostIp = hostIp;
        _host = host;
        _container = container;
        Protocol = protocol;
    }

    /// <summary>The address of the host to listen on; null for all addresses (or the engine's default).</summary>
    public IPAddress? HostIp { get; }

    /// <summary>The port of the host, or the first of a range; null lets the engine pick a free one.</summary>
    public int? HostPort => _host?.First;

    /// <summary>The last port of the host's range; the same as <see cref="HostPort"/> where it is one port.</summary>
    public int? HostPortEnd => _host?.Last;

    /// <summary>The port in the container, or the first of a range.</summary>
    public int ContainerPort => _container.First;

    /// <summary>The last port of the container's range; the same as <see cref="ContainerPort"/> where it is one port.</summary>
    public int ContainerPortEnd => _container.Last;

    /// <summary><c>tcp</c> (the default), <c>udp</c> or <c>sctp</c>.</summary>
    public string Protocol { get; }

    /// <summary>The host's port or range as the engine takes it, such as <c>8080</c> or <c>8000-8010</c>; empty lets the engine pick.</summary>
    public string HostPortText => _host?.ToString() ?? "";

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>8080:80</c>.</param>
    /// <param name="mapping">The published port.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PortMapping? mapping) => TryMake(text, static text => new(text), out mapping);

    /// <summary>
    /// One mapping for each container port of a range, as the engine wants them. One container port with a range on the host stays one: the engine picks a free port of the range.
    /// </summary>
    public IEnumerable<PortMapping> EachPort()
    {
        if (_container.Count == 1)
        {
            yield return this;
            yield break;
        }

        for (var i = 0; i < _container.Count; i++)
        {
            PortRange? host = _host is { } range ? new(range.First + i, range.First + i) : null;
            yield return new(HostIp, host, new(_container.First + i, _container.First + i), Protocol);
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var ip = HostIp is null ? "" : AddressText.Bracketed(HostIp) + ":";
        var host = _host is null && HostIp is null ? "" : HostPortText + ":";
        return ip + host + _container + (Protocol == "tcp" ? "" : "/" + Protocol);
    }

    private static (string Ip, string Host, string Container) Split(string text)
    {
        var last = text.LastIndexOf(':');
        if (last < 0)
        {
            return ("", "", text);
        }

        var container = text.Substring(last + 1);
        var before = text.Substring(0, last);
        var colon = before.LastIndexOf(':');
        return colon < 0 ? ("", before, container) : (before.Substring(0, colon), before.Substring(colon + 1), container);
    }

    private static (string Ip, string Host, string Container) FromLongForm(string text)
    {
        string host = "", target = "", protocol = "tcp";
        foreach (var field in text.Split(','))
        {
            var equals = field.IndexOf('=');
            var value = field.Substring(equals + 1);
            switch (equals < 0 ? null : field.Substring(0, equals))
            {
                case "published":
                    host = value;
                    break;
                case "target":
                    target = value;
                    break;
                case "protocol":
                    protocol = value;
                    break;
                default:
                    throw Wrong($"'{field}' is not understood: the long form is published=8080,target=80,protocol=tcp.");
            }
        }

        return target.Length > 0
            ? ("", host, target + "/" + protocol)
            : throw Wrong($"'{text}' has no target, the container's port." + Fragment.Hint(text));
    }

    private static (string Port, string Protocol) SplitProtocol(string container)
    {
        var slash = container.IndexOf('/');
        if (slash < 0)
        {
            return (container, "tcp");
        }

        // docker takes "80/" as 80/tcp.
        var protocol = container.Substring(slash + 1).ToLowerInvariant();
        return protocol is "" or "tcp" or "udp" or "sctp"
            ? (container.Substring(0, slash), protocol.Length == 0 ? "tcp" : protocol)
            : throw Wrong($"The protocol '{container.Substring(slash + 1)}' is none of tcp, udp and sctp.");
    }

    private static PortRange Range(string text, string what)
    {
        if (AddressText.Parse(text) is not null)
        {
            throw Wrong($"{what} '{text}' is an address: an address stands before the host port, which may be empty, as in {text}::80.");
        }

        try
        {
            return PortRange.Parse(text, what);
        }
        catch (FormatException error)
        {
            throw Wrong(error.Message);
        }
    }

    private static IPAddress Address(string ip)
    {
        var bare = ip.Length > 2 && ip[0] == '[' && ip[ip.Length - 1] == ']' ? ip.Substring(1, ip.Length - 2) : ip;
        return AddressText.Parse(bare) ?? throw Wrong($"'{ip}' is not an IP address.");
    }

    private static FormatException Wrong(string what) => new(what + " " + Form);
}
