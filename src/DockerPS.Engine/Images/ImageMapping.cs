using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Streams;

namespace DockerPS.Images;

/// <summary>Makes the objects that cmdlets emit of the engine's answers about one image.</summary>
internal static class ImageMapping
{
    private const string Missing = "<missing>";

    /// <summary>Reads an inspection.</summary>
    /// <param name="answer">The bytes, which are only lent.</param>
    /// <param name="engine">The engine's name.</param>
    public static ContainerImageDetail ReadDetail(ReadOnlyMemory<byte> answer, string engine)
    {
        var item = JsonSerializer.Deserialize(answer.Span, EngineJson.Default.ImageInspection) ?? throw new JsonException("The answer is null.");
        var json = Encoding.UTF8.GetString(answer.ToArray());
        var config = item.Config ?? new();
        return new ContainerImageDetail
        {
            ImageId = ImageNames.WholeId(item.Id) ?? "",
            Tags = Named(item.RepoTags),
            Digests = Named(item.RepoDigests),
            ParentId = string.IsNullOrEmpty(item.Parent) ? null : ImageNames.WholeId(item.Parent),
            Created = EngineTime.OfText(item.Created),
            Size = item.Size,
            Os = item.Os ?? "",
            Architecture = item.Architecture ?? "",
            Variant = string.IsNullOrEmpty(item.Variant) ? null : item.Variant,
            Author = item.Author ?? "",
            Comment = item.Comment ?? "",
            User = config.User ?? "",
            Env = config.Env ?? [],
            Command = config.Cmd ?? [],
            Entrypoint = config.Entrypoint ?? [],
            WorkingDirectory = config.WorkingDir ?? "",
            ExposedPorts = Keys(config.ExposedPorts),
            Volumes = Keys(config.Volumes),
            Labels = config.Labels ?? [],
            StopSignal = config.StopSignal ?? "",
            Layers = item.RootFS?.Layers ?? [],
            Engine = engine,
            Json = json,
        }.WithTree(() => JsonTree.Read(JsonDocument.Parse(json).RootElement));
    }

    public static ContainerImageLayer ToLayer(ImageHistoryItem item, string image, string engine) => new()
    {
        Image = image,
        ImageId = item.Id is null or "" or Missing ? null : ImageNames.WholeId(item.Id),
        Created = item.Created > 0 ? EngineTime.OfUnixSeconds(item.Created) : null,
        CreatedBy = item.CreatedBy ?? "",
        Size = item.Size,
        Comment = item.Comment ?? "",
        Tags = ImageNames.Familiar(item.Tags),
        Engine = engine,
    };

    public static ContainerImageRemoval ToRemoval(ImageRemovalItem item, string image, string engine) => new()
    {
        Image = image,
        Action = item.Untagged is null ? ContainerImageRemovalAction.Deleted : ContainerImageRemovalAction.Untagged,
        Name = ImageNames.Familiar(item.Untagged) ?? ImageNames.WholeId(item.Deleted) ?? "",
        Engine = engine,
    };

    private static string[] Named(string[]? names) => ImageNames.Familiar(Array.FindAll(names ?? [], name => !name.StartsWith("<none>", StringComparison.Ordinal)));

    private static string[] Keys(Dictionary<string, JsonElement>? members) => members is null ? [] : members.Keys.OrderBy(key => key, StringComparer.Ordinal).ToArray();
}
