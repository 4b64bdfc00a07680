using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Networks;

/// <summary>Writes what the engine is asked for, with the same members as the docker command.</summary>
internal static class NetworkBody
{
    /// <summary>From it on names are unique without being asked for.</summary>
    private static readonly Version UniqueNames = new(1, 44);

    public static JsonObject Of(NetworkSpecification specification, Version version)
    {
        var body = new JsonObject
        {
            ["Name"] = specification.Name,
            ["Driver"] = specification.Driver ?? (specification.ConfigOnly || specification.ConfigFrom is not null ? "" : "bridge"),
            ["Internal"] = specification.Internal,
            ["Attachable"] = specification.Attachable,
            ["Ingress"] = specification.Ingress,
            ["ConfigOnly"] = specification.ConfigOnly,
            ["IPAM"] = Ipam(specification),
            ["Options"] = Map(specification.Options),
            ["Labels"] = Map(specification.Labels),
        };
        Set(body, "CheckDuplicate", version < UniqueNames ? true : null);
        Set(body, "EnableIPv4", specification.IPv4);
        Set(body, "EnableIPv6", specification.IPv6 ?? (version < UniqueNames ? false : null));
        Set(body, "Scope", specification.Scope);
        Set(body, "ConfigFrom", specification.ConfigFrom is null ? null : new JsonObject { ["Network"] = specification.ConfigFrom });
        return body;
    }

    public static JsonObject Of(string container, NetworkConnection connection)
    {
        var endpoint = new JsonObject();
        Set(endpoint, "Aliases", List(connection.Aliases));
        Set(endpoint, "Links", List(connection.Links?.Select(link => link.ToString())));
        Set(endpoint, "MacAddress", connection.MacAddress?.ToString());
        Set(endpoint, "DriverOpts", connection.DriverOptions is null ? null : Map(connection.DriverOptions));
        Set(endpoint, "GwPriority", connection.GatewayPriority);
        var addresses = new JsonObject();
        Set(addresses, "IPv4Address", connection.Ip?.ToString());
        Set(addresses, "IPv6Address", connection.Ip6?.ToString());
        Set(addresses, "LinkLocalIPs", List(connection.LinkLocalIps?.Select(address => address.ToString())));
        Set(endpoint, "IPAMConfig", addresses.Count > 0 ? addresses : null);
        return new JsonObject { ["Container"] = container, ["EndpointConfig"] = endpoint };
    }

    private static JsonObject Ipam(NetworkSpecification specification) => new()
    {
        ["Driver"] = specification.IpamDriver ?? "default",
        ["Options"] = Map(specification.IpamOptions),
        ["Config"] = new JsonArray(specification.Pools.Select(pool => (JsonNode)Pool(pool)).ToArray()),
    };

    private static JsonObject Pool(AddressPool pool)
    {
        var made = new JsonObject { ["Subnet"] = pool.Subnet };
        Set(made, "IPRange", pool.IPRange);
        Set(made, "Gateway", pool.Gateway);
        Set(made, "AuxiliaryAddresses", pool.AuxiliaryAddresses.Count > 0 ? Map(pool.AuxiliaryAddresses) : null);
        return made;
    }

    private static void Set(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    private static JsonArray? List(IEnumerable<string>? texts) => texts is null ? null : new(texts.Select(text => (JsonNode)text).ToArray());

    private static JsonObject Map(IReadOnlyDictionary<string, string>? values) =>
        new((values ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(value => new KeyValuePair<string, JsonNode?>(value.Key, value.Value)));
}
