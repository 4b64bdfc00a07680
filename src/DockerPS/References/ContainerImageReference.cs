using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace DockerPS;

/// <summary>An image that is there, as a parameter takes it: a repository, a name with a tag, a digest, an id or its beginning, a wildcard, or an image object.</summary>
[TypeConverter(typeof(ContainerImageReferenceConverter))]
public sealed class ContainerImageReference : Reference
{
    private const string Algorithm = "sha256:";
    private const string Hub = "docker.io/";
    private const string Library = "docker.io/library/";

    internal ContainerImageReference(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about)
        : base(text, engine, isId, wholeNameOnly)
    {
        Name = name;
        About = about;
    }

    /// <summary>Those among images that this means: by exact name first, then by the beginning of an id, then by wildcard.</summary>
    /// <param name="images">The images.</param>
    /// <exception cref="DockerException">The beginning of an id fits several images.</exception>
    public IReadOnlyList<ContainerImage> Among(IReadOnlyList<ContainerImage> images)
    {
        if (IsPattern)
        {
            return images.Where(image => image.Repository is { } repository
                && (Matches(repository + ":" + image.Tag) || Matches(repository))).ToList();
        }

        var text = Short(Text);
        var named = images.Where(image => image.Repository is { } repository
            && (Short(repository) == text || Short(repository) + ":" + image.Tag == text || Short(repository) + "@" + image.Digest == text
            || Short(repository) + ":" + image.Tag + "@" + image.Digest == text || image.Digest == text)).ToList();
        if (named.Count > 0 || WholeNameOnly)
        {
            return named;
        }

        var id = Text.StartsWith(Algorithm, StringComparison.Ordinal) ? Text : Algorithm + Text;
        var begun = images.Where(image => image.ImageId.StartsWith(id, StringComparison.Ordinal)).ToList();
        return begun.Select(image => image.ImageId).Distinct(StringComparer.Ordinal).Count() <= 1
            ? begun
            : throw new DockerException(DockerError.AmbiguousId, $"Several images' ids begin with {Text}.");
    }

    // Docker Hub's own prefixes are left out by Docker and written by Podman.
    private static string Short(string name) => name.StartsWith(Library, StringComparison.Ordinal) ? name.Substring(Library.Length)
        : name.StartsWith(Hub, StringComparison.Ordinal) ? name.Substring(Hub.Length)
        : name;
}
