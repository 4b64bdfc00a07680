using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace DockerPS.Daemon;

/// <summary>A message of <c>GET /events</c>.</summary>
internal sealed class EventJson
{
    public string? Type { get; set; }

    public string? Action { get; set; }

    public EventActor? Actor { get; set; }

    [JsonPropertyName("scope")]
    public string? Scope { get; set; }

    [JsonPropertyName("time")]
    public long Time { get; set; }

    [JsonPropertyName("timeNano")]
    public long TimeNano { get; set; }

    internal sealed class EventActor
    {
        [JsonPropertyName("ID")]
        public string? Id { get; set; }

        public Dictionary<string, string>? Attributes { get; set; }
    }
}
