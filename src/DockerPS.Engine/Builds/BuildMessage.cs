using System.Text.Json;
using System.Text.Json.Serialization;

namespace DockerPS.Builds;

/// <summary>One message of a build's answer.</summary>
internal sealed class BuildMessage
{
    /// <summary>Of the classic builder: a piece of its output.</summary>
    [JsonPropertyName("stream")]
    public string? Stream { get; set; }

    /// <summary>How a pull of a base image goes.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The layer that a pull speaks of; or what <see cref="Auxiliary"/> is.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("error")]
    public string? Error { get; set; }

    [JsonPropertyName("errorDetail")]
    public ErrorDetail? Detail { get; set; }

    /// <summary>The image's id, or a trace of BuildKit in base 64.</summary>
    [JsonPropertyName("aux")]
    public JsonElement? Auxiliary { get; set; }

    /// <summary>What went wrong.</summary>
    internal sealed class ErrorDetail
    {
        [JsonPropertyName("code")]
        public int? Code { get; set; }

        [JsonPropertyName("message")]
        public string? Message { get; set; }
    }
}
