using System.Globalization;

namespace DockerPS;

/// <summary>A port of a container that the host answers for.</summary>
public sealed class PublishedPort
{
    /// <summary>The container's name.</summary>
    public string Container { get; init; } = "";

    /// <summary>The port in the container.</summary>
    public int Port { get; init; }

    /// <summary>The protocol: <c>tcp</c>, <c>udp</c> or <c>sctp</c>.</summary>
    public string Protocol { get; init; } = "tcp";

    /// <summary>The host's address that is listened on.</summary>
    public string HostIp { get; init; } = "";

    /// <summary>The host's port.</summary>
    public int HostPort { get; init; }

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The host's address and port, as <c>docker port</c> prints them.</summary>
    public override string ToString() =>
        (HostIp.IndexOf(':') >= 0 ? "[" + HostIp + "]" : HostIp) + ":" + HostPort.ToString(CultureInfo.InvariantCulture);
}
