using System.Text.Json.Serialization;

namespace DockerPS.Registries;

/// <summary>A page of the answer to <c>GET /v2/{name}/tags/list</c>.</summary>
internal sealed class TagListPage
{
    [JsonPropertyName("tags")]
    public string[]? Tags { get; set; }
}
