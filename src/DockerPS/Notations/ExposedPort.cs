using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>A port that a container listens on, without publishing it: <c>port[-end][/protocol]</c>, such as <c>80</c> or <c>6000-6010/udp</c>.</summary>
[TypeConverter(typeof(ExposedPortConverter))]
public sealed class ExposedPort : Notation<ExposedPort>
{
    internal const string Form = "An exposed port is port[-end][/tcp|udp|sctp], such as 80 or 6000-6010/udp.";

    private readonly PortRange _ports;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>80</c>.</param>
    /// <exception cref="FormatException">The text is not a port or a range.</exception>
    public ExposedPort(string text)
    {
        if (text.IndexOf(':') >= 0)
        {
            throw new FormatException($"'{text}' has a colon: -Publish takes host ports, -Expose does not. {Form}");
        }

        var slash = text.IndexOf('/');
        // docker takes "80/" as 80/tcp.
        var protocol = slash < 0 ? "" : text.Substring(slash + 1).ToLowerInvariant();
        Protocol = protocol is "" or "tcp" or "udp" or "sctp"
            ? protocol.Length == 0 ? "tcp" : protocol
            : throw new FormatException($"The protocol '{text.Substring(slash + 1)}' is none of tcp, udp and sctp. {Form}");
        try
        {
            _ports = PortRange.Parse(slash < 0 ? text : text.Substring(0, slash), "The port");
        }
        catch (FormatException error)
        {
            throw new FormatException(error.Message + " " + Form, error);
        }
    }

    /// <summary>The port, or the first of a range.</summary>
    public int Port => _ports.First;

    /// <summary>The last port of a range; the same as <see cref="Port"/> where it is one port.</summary>
    public int PortEnd => _ports.Last;

    /// <summary><c>tcp</c> (the default), <c>udp</c> or <c>sctp</c>.</summary>
    public string Protocol { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>80</c>.</param>
    /// <param name="port">The port.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ExposedPort? port) => TryMake(text, static text => new(text), out port);

    /// <summary>Each port as the engine takes it: <c>80/tcp</c>.</summary>
    public IEnumerable<string> EachPort()
    {
        for (var port = Port; port <= PortEnd; port++)
        {
            yield return FormattableString.Invariant($"{port}/{Protocol}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _ports + (Protocol == "tcp" ? "" : "/" + Protocol);
}
