using System.Text.Json.Serialization;

namespace DockerPS.Registries;

/// <summary>What a token service answers: the token has one of two names.</summary>
internal sealed class TokenAnswer
{
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; set; }
}
