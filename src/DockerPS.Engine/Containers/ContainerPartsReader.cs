using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Connection;

namespace DockerPS.Containers;

/// <summary>Reads what a container in a list has several of: ports, mounts, networks.</summary>
internal sealed class ContainerPartsReader
{
    // What most containers of a list have in common.
    private string? _network;
    private string? _networkId;
    private string? _gateway;

    public static ContainerPort[] ReadPorts(ref JsonCursor json)
    {
        List<ContainerPort>? ports = null;
        for (var some = json.EnterList(); some && json.NextItem();)
        {
            (ports ??= []).Add(ReadPort(ref json));
        }

        return ports is null ? [] : [.. ports.OrderBy(port => port.Port).ThenBy(port => port.Protocol, StringComparer.Ordinal).ThenBy(port => port.HostIp?.IndexOf(':') >= 0)];
    }

    private static ContainerPort ReadPort(ref JsonCursor json)
    {
        string? ip = null, type = null;
        long? inside = null, outside = null;
        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            if (json.Is("IP"u8))
            {
                ip = json.Text();
            }
            else if (json.Is("PrivatePort"u8))
            {
                inside = json.Number();
            }
            else if (json.Is("PublicPort"u8))
            {
                outside = json.Number();
            }
            else if (json.Is("Type"u8))
            {
                type = json.Text();
            }
            else
            {
                json.Skip();
            }
        }

        var published = outside is > 0;
        return new ContainerPort { HostIp = published ? ip : null, HostPort = published ? (int?)outside : null, Port = (int)(inside ?? 0), Protocol = type ?? "tcp" };
    }

    public static ContainerMount[] ReadMounts(ref JsonCursor json)
    {
        List<ContainerMount>? mounts = null;
        for (var some = json.EnterList(); some && json.NextItem();)
        {
            (mounts ??= []).Add(ReadMount(ref json));
        }

        return mounts is null ? [] : [.. mounts];
    }

    private static ContainerMount ReadMount(ref JsonCursor json)
    {
        var mount = new MountJson();
        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            if (json.Is("Type"u8))
            {
                mount.Type = json.Text();
            }
            else if (json.Is("Name"u8))
            {
                mount.Name = json.Text();
            }
            else if (json.Is("Source"u8))
            {
                mount.Source = json.Text();
            }
            else if (json.Is("Destination"u8))
            {
                mount.Destination = json.Text();
            }
            else if (json.Is("Driver"u8))
            {
                mount.Driver = json.Text();
            }
            else if (json.Is("RW"u8))
            {
                mount.Writable = json.Truth();
            }
            else if (json.Is("Propagation"u8))
            {
                mount.Propagation = json.Text();
            }
            else
            {
                json.Skip();
            }
        }

        return mount.ToMount();
    }

    public ContainerEndpoint[] ReadNetworks(ref JsonCursor json)
    {
        List<ContainerEndpoint>? networks = null;
        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            if (!json.Is("Networks"u8))
            {
                json.Skip();
                continue;
            }

            for (var any = json.EnterObject(); any && json.NextMember();)
            {
                (networks ??= []).Add(ReadEndpoint(ref json));
            }
        }

        return networks is null ? [] : [.. networks];
    }

    private ContainerEndpoint ReadEndpoint(ref JsonCursor json)
    {
        var network = json.Name(ref _network);
        var endpoint = new EndpointJson();
        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            if (json.Is("NetworkID"u8))
            {
                endpoint.NetworkId = json.Text(ref _networkId);
            }
            else if (json.Is("IPAddress"u8))
            {
                endpoint.IPAddress = json.Text();
            }
            else if (json.Is("GlobalIPv6Address"u8))
            {
                endpoint.GlobalIPv6Address = json.Text();
            }
            else if (json.Is("Gateway"u8))
            {
                endpoint.Gateway = json.Text(ref _gateway);
            }
            else if (json.Is("MacAddress"u8))
            {
                endpoint.MacAddress = json.Text();
            }
            else if (json.Is("Aliases"u8))
            {
                endpoint.Aliases = json.Texts();
            }
            else
            {
                json.Skip();
            }
        }

        return endpoint.ToEndpoint(network);
    }
}
