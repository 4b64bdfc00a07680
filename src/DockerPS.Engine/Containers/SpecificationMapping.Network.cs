using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <content>The container's settings in its networks.</content>
internal static partial class SpecificationMapping
{
    /// <summary>A container's settings in a network.</summary>
    public static JsonObject Endpoint(NetworkAttachment network)
    {
        var endpoint = new JsonObject();
        Set(endpoint, "Aliases", network.Aliases.Count > 0 ? List(network.Aliases) : null);
        Set(endpoint, "MacAddress", network.MacAddress);
        Set(endpoint, "DriverOpts", MapOrNull(network.DriverOptions));
        Set(endpoint, "GwPriority", network.GatewayPriority is 0 ? null : network.GatewayPriority);
        AddAddresses(endpoint, network.Ip?.ToString(), network.Ip6?.ToString(), network.LinkLocalIps.Select(address => address.ToString()).ToList());
        return endpoint;
    }

    // The docker command sends no settings where one network has none: the engine refuses them for some.
    private static JsonObject Endpoints(ContainerSpecification specification, IReadOnlyList<NetworkAttachment> networks, Version version)
    {
        var endpoints = new JsonObject();
        var named = networks.Count > 0 ? networks : [new NetworkAttachment("default")];
        foreach (var network in named)
        {
            var endpoint = Endpoint(network);
            if (network == named[0])
            {
                AddOptions(endpoint, specification, network, version);
            }

            if (named.Count > 1 || endpoint.Count > 0)
            {
                endpoints[network.Name] = endpoint;
            }
        }

        return endpoints;
    }

    // -NetworkAlias, -Ip and so on are about the first network.
    private static void AddOptions(JsonObject endpoint, ContainerSpecification specification, NetworkAttachment network, Version version)
    {
        Set(endpoint, "Aliases", ListOrNull(specification.NetworkAliases));
        Set(endpoint, "Links", network.IsUserDefined ? ListOrNull(specification.Links?.Select(link => link.ToString())) : null);
        Set(endpoint, "MacAddress", version < SpecificationRequirements.AddressPerNetwork ? null : specification.MacAddress?.ToString());
        AddAddresses(
            endpoint,
            specification.Ip?.ToString(),
            specification.Ip6?.ToString(),
            specification.LinkLocalIps?.Select(address => address.ToString()).ToList() ?? []);
    }

    private static void AddAddresses(JsonObject endpoint, string? ip, string? ip6, List<string> linkLocal)
    {
        if (ip is null && ip6 is null && linkLocal.Count == 0)
        {
            return;
        }

        if (endpoint["IPAMConfig"] is not JsonObject addresses)
        {
            addresses = [];
            endpoint["IPAMConfig"] = addresses;
        }

        Set(addresses, "IPv4Address", ip);
        Set(addresses, "IPv6Address", ip6);
        Set(addresses, "LinkLocalIPs", linkLocal.Count > 0 ? List(linkLocal) : null);
    }
}
