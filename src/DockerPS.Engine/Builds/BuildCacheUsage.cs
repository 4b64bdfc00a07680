using System.Text.Json.Serialization;

namespace DockerPS.Builds;

/// <summary>The answer to <c>GET /system/df</c>, as far as the build cache goes.</summary>
internal sealed class BuildCacheUsage
{
    public Item[]? BuildCache { get; set; }

    /// <summary>A piece of cache.</summary>
    internal sealed class Item
    {
        [JsonPropertyName("ID")]
        public string? Id { get; set; }

        public string? Type { get; set; }

        public bool InUse { get; set; }

        public bool Shared { get; set; }

        public long Size { get; set; }

        public string? LastUsedAt { get; set; }
    }
}
