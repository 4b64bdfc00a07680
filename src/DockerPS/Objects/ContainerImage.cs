using System;
using System.Collections.Generic;

namespace DockerPS;

/// <summary>An image under one of its tags; an image without a tag stands once.</summary>
public sealed class ContainerImage
{
    /// <summary>The id, with its algorithm: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>The repository with the tag; the id of an image without a tag.</summary>
    public string Name => ToString();

    /// <summary>The repository, such as <c>nginx</c> or <c>registry.example:5000/team/web</c>; null without a name.</summary>
    public string? Repository { get; init; }

    /// <summary>The tag; null without one.</summary>
    public string? Tag { get; init; }

    /// <summary>The digest it was pulled by or pushed under; null where it never was.</summary>
    public string? Digest { get; init; }

    /// <summary>All the image's tags.</summary>
    public string[] Tags { get; init; } = [];

    /// <summary>When it was made, in local time.</summary>
    public DateTime Created { get; init; }

    /// <summary>Bytes, with what it shares with other images.</summary>
    public long Size { get; init; }

    /// <summary>The image that it was built on, where the builder left one; null otherwise.</summary>
    public string? ParentId { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Container.NoLabels;

    /// <summary>It has no tag.</summary>
    public bool Dangling => Tags.Length == 0;

    /// <summary>The names of the containers that were made of it, running or not.</summary>
    public string[] Containers { get; init; } = [];

    /// <summary>A container was made of it, running or not.</summary>
    public bool InUse => Containers.Length > 0;

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The same image under one of its names.</summary>
    /// <param name="repository">The repository; null without a name.</param>
    /// <param name="tag">The tag; null without one.</param>
    /// <param name="digest">The repository's digest of it; null where there is none.</param>
    public ContainerImage Named(string? repository, string? tag, string? digest) => new()
    {
        ImageId = ImageId,
        Repository = repository,
        Tag = tag,
        Digest = digest,
        Tags = Tags,
        Created = Created,
        Size = Size,
        ParentId = ParentId,
        Labels = Labels,
        Containers = Containers,
        Engine = Engine,
    };

    /// <summary>The name, as the docker command takes it; the id of an image without a tag.</summary>
    public override string ToString() => Repository is not null && Tag is not null ? Repository + ":" + Tag : ImageId;
}
