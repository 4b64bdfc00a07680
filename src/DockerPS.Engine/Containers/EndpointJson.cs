using System.Text.Json.Serialization;

namespace DockerPS.Containers;

/// <summary>A container's place in a network, in the engine's JSON.</summary>
internal sealed class EndpointJson
{
    private const string PodmanBridge = "podman";

    [JsonPropertyName("NetworkID")]
    public string? NetworkId { get; set; }

    [JsonPropertyName("IPAddress")]
    public string? IPAddress { get; set; }

    public string? GlobalIPv6Address { get; set; }

    public string? Gateway { get; set; }

    public string? MacAddress { get; set; }

    public string[]? Aliases { get; set; }

    public ContainerEndpoint ToEndpoint(string network) => new()
    {
        // Podman calls its default network so here, and bridge among the networks. It says names for ids, which no id of Docker's looks like.
        Network = network == PodmanBridge && NetworkId == PodmanBridge ? "bridge" : network,
        NetworkId = Some(NetworkId),
        IPAddress = Some(IPAddress),
        IPv6Address = Some(GlobalIPv6Address),
        Gateway = Some(Gateway),
        MacAddress = Some(MacAddress),
        Aliases = Aliases ?? [],
    };

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
