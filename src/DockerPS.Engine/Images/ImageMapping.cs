using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Streams;

namespace DockerPS.Images;

/// <summary>Makes image objects of the engine's answers: one for each tag.</summary>
internal static class ImageMapping
{
    private const string None = "<none>";

    public static IEnumerable<ContainerImage> ToImages(ImageListItem item, string engine)
    {
        var tags = Named(item.RepoTags, None + ":" + None);
        var digests = Named(item.RepoDigests, None + "@" + None);
        if (tags.Length == 0)
        {
            var repository = digests.Length > 0 ? digests[0].Substring(0, digests[0].IndexOf('@')) : null;
            return [Image(item, engine, tags, repository, tag: null, digests)];
        }

        return tags.Select(name =>
        {
            // A port of the registry has a colon too, but before a slash.
            var colon = name.LastIndexOf(':');
            return Image(item, engine, tags, name.Substring(0, colon), name.Substring(colon + 1), digests);
        });
    }

    private static ContainerImage Image(ImageListItem item, string engine, string[] tags, string? repository, string? tag, string[] digests) => new()
    {
        ImageId = item.Id ?? "",
        Repository = repository,
        Tag = tag,
        Digest = Array.Find(digests, digest => digest.StartsWith(repository + "@", StringComparison.Ordinal))?.Split('@')[1],
        Tags = tags,
        Created = EngineTime.OfUnixSeconds(item.Created),
        Size = item.Size,
        ParentId = string.IsNullOrEmpty(item.ParentId) ? null : item.ParentId,
        Labels = item.Labels ?? [],
        Engine = engine,
    };

    private static string[] Named(string[]? names, string none) => names is null ? [] : Array.FindAll(names, name => name != none);
}
