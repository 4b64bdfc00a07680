using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace DockerPS.Networks;

/// <summary>A network in the engine's JSON, listed or inspected.</summary>
internal sealed class NetworkItem
{
    public string? Name { get; set; }

    public string? Id { get; set; }

    public string? Created { get; set; }

    public string? Scope { get; set; }

    public string? Driver { get; set; }

    public bool? EnableIPv4 { get; set; }

    public bool EnableIPv6 { get; set; }

    [JsonPropertyName("IPAM")]
    public IpamJson? Ipam { get; set; }

    public bool Internal { get; set; }

    public bool Attachable { get; set; }

    public bool Ingress { get; set; }

    public ConfigFromJson? ConfigFrom { get; set; }

    public bool ConfigOnly { get; set; }

    public Dictionary<string, MemberJson?>? Containers { get; set; }

    public Dictionary<string, string>? Options { get; set; }

    public Dictionary<string, string>? Labels { get; set; }

    internal sealed class ConfigFromJson
    {
        public string? Network { get; set; }
    }

    internal sealed class IpamJson
    {
        public string? Driver { get; set; }

        public Dictionary<string, string>? Options { get; set; }

        public PoolJson[]? Config { get; set; }
    }

    internal sealed class PoolJson
    {
        public string? Subnet { get; set; }

        public string? IPRange { get; set; }

        public string? Gateway { get; set; }

        public Dictionary<string, string>? AuxiliaryAddresses { get; set; }
    }

    internal sealed class MemberJson
    {
        public string? Name { get; set; }

        [JsonPropertyName("EndpointID")]
        public string? EndpointId { get; set; }

        public string? MacAddress { get; set; }

        public string? IPv4Address { get; set; }

        public string? IPv6Address { get; set; }
    }
}
