using System.Globalization;

namespace DockerPS;

/// <summary>A port of a container, and where the host answers for it.</summary>
public sealed class ContainerPort
{
    /// <summary>The host's address that is listened on; null where the port is not published.</summary>
    public string? HostIp { get; init; }

    /// <summary>The host's port; null where the port is not published.</summary>
    public int? HostPort { get; init; }

    /// <summary>The port in the container.</summary>
    public int Port { get; init; }

    /// <summary>The protocol: <c>tcp</c>, <c>udp</c> or <c>sctp</c>.</summary>
    public string Protocol { get; init; } = "tcp";

    /// <summary>As <c>docker ps</c> shows it: <c>0.0.0.0:8080->80/tcp</c>.</summary>
    public override string ToString()
    {
        var inside = Port.ToString(CultureInfo.InvariantCulture) + "/" + Protocol;
        if (HostPort is not { } port)
        {
            return inside;
        }

        var address = HostIp is { } ip && ip.IndexOf(':') >= 0 ? "[" + ip + "]" : HostIp;
        return address + ":" + port.ToString(CultureInfo.InvariantCulture) + "->" + inside;
    }
}
