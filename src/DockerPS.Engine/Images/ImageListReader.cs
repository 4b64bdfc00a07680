using System;
using System.Collections.Generic;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Streams;

namespace DockerPS.Images;

/// <summary>Reads the answer to <c>GET /images/json</c> straight into the objects that cmdlets emit: one for each tag.</summary>
internal sealed class ImageListReader
{
    private const string None = "<none>";

    private readonly string _engine;
    private readonly IReadOnlyDictionary<string, string[]> _uses;
    private readonly List<ContainerImage> _images = [];

    private ImageListReader(string engine, IReadOnlyDictionary<string, string[]> uses) => (_engine, _uses) = (engine, uses);

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The bytes, which are only lent.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="uses">The names of the containers that were made of each image, by its id.</param>
    public static IReadOnlyList<ContainerImage>? Read(ReadOnlyMemory<byte> answer, string engine, IReadOnlyDictionary<string, string[]> uses)
    {
        try
        {
            return new ImageListReader(engine, uses).ReadAll(new JsonCursor(answer.Span));
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            throw new JsonException(failure.Message, failure);
        }
    }

    private List<ContainerImage>? ReadAll(JsonCursor json)
    {
        if (!json.EnterList())
        {
            return null;
        }

        while (json.NextItem())
        {
            ReadImage(ref json);
        }

        json.End();
        return _images;
    }

    private void ReadImage(ref JsonCursor json)
    {
        string? id = null, parent = null;
        string[] tags = [], digests = [];
        long? created = null, size = null;
        Dictionary<string, string>? labels = null;
        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            if (json.Is("Id"u8))
            {
                id = ImageNames.WholeId(json.Text());
            }
            else if (json.Is("ParentId"u8))
            {
                parent = ImageNames.WholeId(json.Text());
            }
            else if (json.Is("RepoTags"u8))
            {
                tags = ImageNames.Familiar(Named(json.Texts(), None + ":" + None));
            }
            else if (json.Is("RepoDigests"u8))
            {
                digests = ImageNames.Familiar(Named(json.Texts(), None + "@" + None));
            }
            else if (json.Is("Created"u8))
            {
                created = json.Number();
            }
            else if (json.Is("Size"u8))
            {
                size = json.Number();
            }
            else if (json.Is("Labels"u8))
            {
                labels = ReadLabels(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        var image = new ContainerImage
        {
            ImageId = id ?? "",
            Tags = tags,
            Created = EngineTime.OfUnixSeconds(created ?? 0),
            Size = size ?? 0,
            ParentId = string.IsNullOrEmpty(parent) ? null : parent,
            Labels = labels ?? [],
            Containers = _uses.TryGetValue(id ?? "", out var containers) ? containers : [],
            Engine = _engine,
        };
        AddNames(image, digests);
    }

    private void AddNames(ContainerImage image, string[] digests)
    {
        if (image.Tags.Length == 0)
        {
            var repository = digests.Length > 0 ? digests[0].Substring(0, digests[0].IndexOf('@')) : null;
            _images.Add(image.Named(repository, tag: null, DigestOf(repository, digests)));
            return;
        }

        foreach (var name in image.Tags)
        {
            // A port of the registry has a colon too, but before a slash.
            var colon = name.LastIndexOf(':');
            var repository = name.Substring(0, colon);
            _images.Add(image.Named(repository, name.Substring(colon + 1), DigestOf(repository, digests)));
        }
    }

    private static string? DigestOf(string? repository, string[] digests) =>
        repository is null ? null : Array.Find(digests, digest => digest.StartsWith(repository + "@", StringComparison.Ordinal))?.Substring(repository.Length + 1);

    private static Dictionary<string, string> ReadLabels(ref JsonCursor json)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            labels[json.Name()] = json.Text() ?? "";
        }

        return labels;
    }

    private static string[] Named(string[] names, string none) => Array.IndexOf(names, none) < 0 ? names : Array.FindAll(names, name => name != none);
}
