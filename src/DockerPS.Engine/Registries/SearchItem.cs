using System.Text.Json.Serialization;

namespace DockerPS.Registries;

/// <summary>A repository in the answer to <c>GET /images/search</c>.</summary>
internal sealed class SearchItem
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("star_count")]
    public int Stars { get; set; }

    [JsonPropertyName("is_official")]
    public bool IsOfficial { get; set; }
}
