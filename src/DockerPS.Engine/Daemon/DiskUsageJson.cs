using System.Collections.Generic;
using System.Text.Json.Serialization;
using DockerPS.Volumes;

namespace DockerPS.Daemon;

/// <summary>The answer to <c>GET /system/df</c>: lists side by side, or, from API 1.52 on, a list in each kind's own summary.</summary>
internal sealed class DiskUsageJson
{
    public long? LayersSize { get; set; }

    public UsedImage[]? Images { get; set; }

    public UsedContainer[]? Containers { get; set; }

    public VolumeJson[]? Volumes { get; set; }

    public UsedCache[]? BuildCache { get; set; }

    public UsageSummary<UsedImage>? ImageUsage { get; set; }

    public UsageSummary<UsedContainer>? ContainerUsage { get; set; }

    public UsageSummary<VolumeJson>? VolumeUsage { get; set; }

    public UsageSummary<UsedCache>? BuildCacheUsage { get; set; }

    [JsonIgnore]
    public UsedImage[] AllImages => Images ?? ImageUsage?.Items ?? [];

    [JsonIgnore]
    public UsedContainer[] AllContainers => Containers ?? ContainerUsage?.Items ?? [];

    [JsonIgnore]
    public VolumeJson[] AllVolumes => Volumes ?? VolumeUsage?.Items ?? [];

    [JsonIgnore]
    public UsedCache[] AllBuildCache => BuildCache ?? BuildCacheUsage?.Items ?? [];

    internal sealed class UsageSummary<T>
    {
        public long? TotalSize { get; set; }

        public T[]? Items { get; set; }
    }

    internal sealed class UsedImage
    {
        public string? Id { get; set; }

        public string? ParentId { get; set; }

        public string[]? RepoTags { get; set; }

        public string[]? RepoDigests { get; set; }

        public long Created { get; set; }

        public long Size { get; set; }

        public long SharedSize { get; set; }

        public long Containers { get; set; }

        public Dictionary<string, string>? Labels { get; set; }
    }

    internal sealed class UsedContainer
    {
        public string? Id { get; set; }

        public string[]? Names { get; set; }

        [JsonPropertyName("ImageID")]
        public string? ImageId { get; set; }

        public string? State { get; set; }

        public long Created { get; set; }

        public long SizeRw { get; set; }

        public Dictionary<string, string>? Labels { get; set; }

        public UsedMount[]? Mounts { get; set; }
    }

    internal sealed class UsedMount
    {
        public string? Type { get; set; }

        public string? Name { get; set; }
    }

    internal sealed class UsedCache
    {
        [JsonPropertyName("ID")]
        public string? Id { get; set; }

        public string? Type { get; set; }

        public string? Description { get; set; }

        public bool InUse { get; set; }

        public bool Shared { get; set; }

        public long Size { get; set; }

        public string? CreatedAt { get; set; }

        public string? LastUsedAt { get; set; }
    }
}
