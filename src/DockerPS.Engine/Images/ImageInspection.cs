using System.Collections.Generic;
using System.Text.Json;

namespace DockerPS.Images;

/// <summary>The part of the answer to <c>GET /images/{name}/json</c> that is typed.</summary>
internal sealed class ImageInspection
{
    public string? Id { get; set; }

    public string[]? RepoTags { get; set; }

    public string[]? RepoDigests { get; set; }

    public string? Parent { get; set; }

    public string? Comment { get; set; }

    public string? Created { get; set; }

    public string? Author { get; set; }

    public ImageConfigJson? Config { get; set; }

    public string? Architecture { get; set; }

    public string? Variant { get; set; }

    public string? Os { get; set; }

    public long Size { get; set; }

    public ImageLayersJson? RootFS { get; set; }

    /// <summary>What containers of the image begin with.</summary>
    internal sealed class ImageConfigJson
    {
        public string? User { get; set; }

        public Dictionary<string, JsonElement>? ExposedPorts { get; set; }

        public string[]? Env { get; set; }

        public string[]? Cmd { get; set; }

        public string[]? Entrypoint { get; set; }

        public Dictionary<string, JsonElement>? Volumes { get; set; }

        public string? WorkingDir { get; set; }

        public Dictionary<string, string>? Labels { get; set; }

        public string? StopSignal { get; set; }
    }

    /// <summary>The image's layers.</summary>
    internal sealed class ImageLayersJson
    {
        public string[]? Layers { get; set; }
    }
}
