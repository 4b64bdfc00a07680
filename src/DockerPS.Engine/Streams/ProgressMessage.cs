using System.Text.Json;
using System.Text.Json.Serialization;

namespace DockerPS.Streams;

/// <summary>One message of a pull, push, load or import.</summary>
internal sealed class ProgressMessage
{
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("error")]
    public string? Error { get; set; }

    /// <summary>Text for the user, which loads and builds write.</summary>
    [JsonPropertyName("stream")]
    public string? Stream { get; set; }

    /// <summary>What came of it, for programs.</summary>
    [JsonPropertyName("aux")]
    public JsonElement? Result { get; set; }

    [JsonPropertyName("progressDetail")]
    public ProgressDetail? Detail { get; set; }

    /// <summary>How far a layer has come.</summary>
    internal sealed class ProgressDetail
    {
        [JsonPropertyName("current")]
        public long? Current { get; set; }

        [JsonPropertyName("total")]
        public long? Total { get; set; }
    }
}
