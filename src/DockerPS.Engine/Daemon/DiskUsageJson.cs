using DockerPS.Volumes;

namespace DockerPS.Daemon;

/// <summary>The answer to <c>GET /system/df</c>.</summary>
internal sealed class DiskUsageJson
{
    public VolumeJson[]? Volumes { get; set; }
}
