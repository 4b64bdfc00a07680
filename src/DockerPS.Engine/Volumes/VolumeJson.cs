using System.Collections.Generic;
using DockerPS.Streams;

namespace DockerPS.Volumes;

/// <summary>A volume in the engine's JSON.</summary>
internal sealed class VolumeJson
{
    public string? Name { get; set; }

    public string? Driver { get; set; }

    public string? Mountpoint { get; set; }

    public string? Scope { get; set; }

    public string? CreatedAt { get; set; }

    public Dictionary<string, string>? Labels { get; set; }

    public Dictionary<string, string>? Options { get; set; }

    /// <summary>What was measured; only in the disk usage.</summary>
    public VolumeUsage? UsageData { get; set; }

    /// <summary>Bytes, where they were measured and the driver could say.</summary>
    public long? Size => UsageData is { Size: >= 0 } usage ? usage.Size : null;

    public ContainerVolume ToVolume(long? size, string[]? users, string engine) => new()
    {
        Name = Name ?? "",
        Driver = Driver ?? "",
        Mountpoint = Mountpoint ?? "",
        Scope = Scope ?? "",
        Created = EngineTime.OfText(CreatedAt),
        Labels = Labels ?? [],
        Options = Options ?? [],
        Size = size,
        Users = users,
        Engine = engine,
    };

    internal sealed class VolumeUsage
    {
        public long Size { get; set; }

        public long RefCount { get; set; }
    }
}
