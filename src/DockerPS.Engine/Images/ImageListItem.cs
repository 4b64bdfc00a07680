using System.Collections.Generic;

namespace DockerPS.Images;

/// <summary>An image in the answer to <c>GET /images/json</c>.</summary>
internal sealed class ImageListItem
{
    public string? Id { get; set; }

    public string? ParentId { get; set; }

    public string[]? RepoTags { get; set; }

    public string[]? RepoDigests { get; set; }

    public long Created { get; set; }

    public long Size { get; set; }

    public Dictionary<string, string>? Labels { get; set; }
}
