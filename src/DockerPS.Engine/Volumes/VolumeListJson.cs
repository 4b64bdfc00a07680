namespace DockerPS.Volumes;

/// <summary>The answer to <c>GET /volumes</c>.</summary>
internal sealed class VolumeListJson
{
    public VolumeJson[]? Volumes { get; set; }
}
