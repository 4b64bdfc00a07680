using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Foresees what the removal of images would do, by the rules of the engine: which names go, which images with them, and how many bytes, counting layers that are shared
/// with what stays for nothing. Removals add up: what one takes away, the next one does not find.
/// </summary>
internal sealed class ImageForecast
{
    private readonly IImageOperations _engine;
    private readonly Dictionary<string, Known> _images;
    private readonly Dictionary<string, long[]> _layerSizes = new(StringComparer.Ordinal);

    private ImageForecast(IImageOperations engine, Dictionary<string, Known> images) => (_engine, _images) = (engine, images);

    /// <summary>Looks at all images of an engine.</summary>
    public static async Task<ImageForecast> ReadAsync(IImageOperations engine, CancellationToken cancel)
    {
        var listed = (await engine.ListAsync(new ImageQuery { All = true }, cancel).ConfigureAwait(false))
            .GroupBy(image => image.ImageId, StringComparer.Ordinal)
            .Select(names => names.First())
            .ToList();
        using var room = new SemaphoreSlim(8);
        var details = await Task.WhenAll(listed.Select(async image =>
        {
            await room.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                return await engine.InspectAsync(image.ImageId, cancel).ConfigureAwait(false);
            }
            catch (DockerException failure) when (failure.Error == DockerError.ImageNotFound)
            {
                return null;
            }
            finally
            {
                room.Release();
            }
        })).ConfigureAwait(false);
        var images = listed.Zip(details, (image, detail) => detail is null ? null : new Known(image, detail))
            .OfType<Known>()
            .ToDictionary(known => known.Id, StringComparer.Ordinal);
        return new ImageForecast(engine, images);
    }

    /// <summary>Learns how large the layers are that a removal may take away.</summary>
    public async Task MeasureAsync(ImageTarget target, CancellationToken cancel)
    {
        for (var id = target.Id; id is not null && _images.TryGetValue(id, out var known); id = known.ParentId)
        {
            if (!_layerSizes.ContainsKey(id))
            {
                var history = await _engine.HistoryAsync(id, id, cancel).ConfigureAwait(false);
                _layerSizes.Add(id, LayerSizes.Of(history, known.Layers.Length));
            }
        }
    }

    /// <summary>Removes an image here, and says what that did.</summary>
    public string Remove(ImageTarget target, bool force, bool noPrune)
    {
        if (!_images.TryGetValue(target.Id, out var image))
        {
            return "is gone by then";
        }

        var untagged = target.IsNamed ? Untag(image, target.Name) : [.. image.Names];
        if (target.IsNamed && image.Names.Count > untagged.Count)
        {
            image.Names.RemoveAll(untagged.Contains);
            return $"untags {string.Join(", ", untagged)}; frees nothing: the image has other names";
        }

        if (Refusal(image, target.IsNamed, force) is { } refusal)
        {
            return "will be refused: " + refusal;
        }

        if (target.IsNamed && ChildOf(image) is { } child)
        {
            image.Names.Clear();
            return $"untags {string.Join(", ", untagged)}; frees nothing: {ImageTarget.Short(child.Id)} is built on it";
        }

        image.Names.Clear();
        var (deleted, bytes) = Delete(image, noPrune);
        return (untagged.Count > 0 ? $"untags {string.Join(", ", untagged)}; " : "")
            + $"deletes {string.Join(", ", deleted.Select(ImageTarget.Short))}; frees {ByteText.Of(bytes)}"
            + (image.Containers.Length > 0 ? $", unless {string.Join(", ", image.Containers)} runs" : "");
    }

    // With the last tag of a repository its digests go.
    private static List<string> Untag(Known image, string name)
    {
        var gone = image.Names.Where(own => own == name || own == name + ":latest").Take(1).ToList();
        if (gone.Count > 0 && gone[0].IndexOf('@') < 0)
        {
            var repository = gone[0].Substring(0, gone[0].LastIndexOf(':'));
            if (!image.Names.Any(own => own != gone[0] && own.StartsWith(repository + ":", StringComparison.Ordinal)))
            {
                gone.AddRange(image.Names.Where(own => own.StartsWith(repository + "@", StringComparison.Ordinal)));
            }
        }

        return gone;
    }

    private Known? ChildOf(Known image) => _images.Values.FirstOrDefault(other => other.ParentId == image.Id);

    private string? Refusal(Known image, bool named, bool force)
    {
        if (!named && ChildOf(image) is { } child)
        {
            return $"{ImageTarget.Short(child.Id)} is built on it";
        }

        if (!force && image.Containers.Length > 0)
        {
            return $"{string.Join(", ", image.Containers)} was made of it";
        }

        return !force && !named && image.Names.Count(name => name.IndexOf('@') < 0) > 1 ? $"it has several names: {string.Join(", ", image.Names)}" : null;
    }

    private (List<string> Deleted, long Bytes) Delete(Known image, bool noPrune)
    {
        var deleted = new List<string>();
        var bytes = 0L;
        for (Known? next = image; next is not null;)
        {
            _images.Remove(next.Id);
            deleted.Add(next.Id);
            var shared = _images.Values.Select(other => Common(other.Layers, next.Layers)).DefaultIfEmpty(0).Max();
            bytes += _layerSizes.TryGetValue(next.Id, out var sizes) ? sizes.Skip(shared).Sum() : 0;
            next = !noPrune && next.ParentId is { } id && _images.TryGetValue(id, out var parent) && parent.Names.Count == 0 && parent.Containers.Length == 0
                && !_images.Values.Any(other => other.ParentId == id)
                ? parent
                : null;
        }

        return (deleted, bytes);
    }

    private static int Common(string[] some, string[] others)
    {
        var count = 0;
        while (count < some.Length && count < others.Length && some[count] == others[count])
        {
            count++;
        }

        return count;
    }

    private sealed class Known(ContainerImage image, ContainerImageDetail detail)
    {
        public string Id { get; } = image.ImageId;

        public string? ParentId { get; } = image.ParentId;

        public string[] Containers { get; } = image.Containers;

        public string[] Layers { get; } = detail.Layers;

        public List<string> Names { get; } = [.. detail.Tags, .. detail.Digests];
    }
}
