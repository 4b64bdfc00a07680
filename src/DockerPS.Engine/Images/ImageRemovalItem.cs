namespace DockerPS.Images;

/// <summary>One thing in the answer to <c>DELETE /images/{name}</c>: it has one of the two.</summary>
internal sealed class ImageRemovalItem
{
    public string? Untagged { get; set; }

    public string? Deleted { get; set; }
}
