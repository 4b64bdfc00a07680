using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace DockerPS.Containers;

/// <summary>A container in the answer to <c>GET /containers/json</c>.</summary>
internal sealed class ContainerListItem
{
    public string? Id { get; set; }

    public string[]? Names { get; set; }

    public string? Image { get; set; }

    [JsonPropertyName("ImageID")]
    public string? ImageId { get; set; }

    public string? Command { get; set; }

    public long Created { get; set; }

    public ListPort[]? Ports { get; set; }

    public long? SizeRw { get; set; }

    public long? SizeRootFs { get; set; }

    public Dictionary<string, string>? Labels { get; set; }

    public string? State { get; set; }

    public string? Status { get; set; }

    public ListNetworks? NetworkSettings { get; set; }

    public MountJson[]? Mounts { get; set; }

    /// <summary>A port.</summary>
    internal sealed class ListPort
    {
        [JsonPropertyName("IP")]
        public string? Ip { get; set; }

        public int PrivatePort { get; set; }

        public int? PublicPort { get; set; }

        public string? Type { get; set; }
    }

    /// <summary>The networks.</summary>
    internal sealed class ListNetworks
    {
        public Dictionary<string, EndpointJson?>? Networks { get; set; }
    }
}
