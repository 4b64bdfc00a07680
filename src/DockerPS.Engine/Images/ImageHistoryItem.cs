namespace DockerPS.Images;

/// <summary>A step in the answer to <c>GET /images/{name}/history</c>.</summary>
internal sealed class ImageHistoryItem
{
    public string? Id { get; set; }

    public long Created { get; set; }

    public string? CreatedBy { get; set; }

    public string[]? Tags { get; set; }

    public long Size { get; set; }

    public string? Comment { get; set; }
}
