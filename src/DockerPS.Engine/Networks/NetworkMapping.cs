using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Streams;

namespace DockerPS.Networks;

/// <summary>Makes network objects of the engine's answers.</summary>
internal static class NetworkMapping
{
    public static ContainerNetwork ToNetwork(NetworkItem item, string engine) => new()
    {
        NetworkId = item.Id ?? "",
        Name = item.Name ?? "",
        Driver = item.Driver ?? "",
        Scope = item.Scope ?? "",
        Created = EngineTime.OfText(item.Created) ?? default,
        Pools = Pools(item.Ipam),
        IpamDriver = item.Ipam?.Driver ?? "",
        IPv4 = item.EnableIPv4 ?? true,
        IPv6 = item.EnableIPv6,
        Internal = item.Internal,
        Attachable = item.Attachable,
        Ingress = item.Ingress,
        ConfigOnly = item.ConfigOnly,
        Labels = item.Labels ?? [],
        Options = item.Options ?? [],
        Engine = engine,
    };

    /// <summary>Reads the answer to an inspection.</summary>
    /// <param name="answer">The bytes, which are only lent.</param>
    /// <param name="engine">The engine's name.</param>
    public static ContainerNetworkDetail Read(ReadOnlyMemory<byte> answer, string engine)
    {
        var item = JsonSerializer.Deserialize(answer.Span, EngineJson.Default.NetworkItem) ?? throw new JsonException("The answer is null.");
        var json = Encoding.UTF8.GetString(answer.ToArray());
        return new ContainerNetworkDetail
        {
            NetworkId = item.Id ?? "",
            Name = item.Name ?? "",
            Driver = item.Driver ?? "",
            Scope = item.Scope ?? "",
            Created = EngineTime.OfText(item.Created) ?? default,
            Containers = Members(item, engine),
            Pools = Pools(item.Ipam),
            IpamDriver = item.Ipam?.Driver ?? "",
            IpamOptions = item.Ipam?.Options ?? [],
            IPv4 = item.EnableIPv4 ?? true,
            IPv6 = item.EnableIPv6,
            Internal = item.Internal,
            Attachable = item.Attachable,
            Ingress = item.Ingress,
            ConfigOnly = item.ConfigOnly,
            ConfigFrom = Some(item.ConfigFrom?.Network),
            Labels = item.Labels ?? [],
            Options = item.Options ?? [],
            Engine = engine,
            Json = json,
        }.WithTree(() => JsonTree.Read(JsonDocument.Parse(json).RootElement));
    }

    private static AddressPool[] Pools(NetworkItem.IpamJson? ipam) => ipam?.Config is { } pools
        ? Array.ConvertAll(pools, pool => new AddressPool
        {
            Subnet = pool.Subnet ?? "",
            IPRange = Some(pool.IPRange),
            Gateway = Some(pool.Gateway),
            AuxiliaryAddresses = pool.AuxiliaryAddresses ?? [],
        })
        : [];

    private static ContainerNetworkMember[] Members(NetworkItem item, string engine) => (item.Containers ?? [])
        .Where(member => !IsStopped(member.Value))
        .Select(member => new ContainerNetworkMember
        {
            ContainerId = member.Key,
            Name = member.Value?.Name ?? "",
            EndpointId = member.Value?.EndpointId ?? "",
            MacAddress = Some(member.Value?.MacAddress),
            IPAddress = Bare(member.Value?.IPv4Address),
            IPv6Address = Bare(member.Value?.IPv6Address),
            Engine = engine,
        })
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .ToArray();

    // Podman names them too.
    private static bool IsStopped(NetworkItem.MemberJson? member) => Some(member?.EndpointId) is null && Some(member?.MacAddress) is null && Bare(member?.IPv4Address) is null;

    // The engine writes the subnet's bits behind the address.
    private static string? Bare(string? address) => Some(address)?.Split('/')[0];

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
