using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>What was on an engine at one time, and what of it nothing needs.</summary>
internal sealed class SystemContents
{
    private readonly ILookup<DockerResourceKind, DockerDiskUsageItem> _items;
    private readonly IReadOnlyList<Container> _containers;
    private readonly IReadOnlyList<ContainerNetwork> _networks;
    private readonly Dictionary<string, ContainerVolume> _volumes;
    private readonly Dictionary<string, ContainerImage> _images;

    private SystemContents(
        IReadOnlyList<DockerDiskUsage> usage,
        IReadOnlyList<Container> containers,
        IReadOnlyList<ContainerNetwork> networks,
        IReadOnlyList<ContainerVolume> volumes,
        IReadOnlyList<ContainerImage> images)
    {
        _items = usage.SelectMany(kind => kind.Items).ToLookup(item => item.Kind);
        _containers = containers;
        _networks = networks;
        _volumes = volumes.ToDictionary(volume => volume.Name, StringComparer.Ordinal);
        _images = images.GroupBy(image => image.ImageId, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    public static async Task<SystemContents> ReadAsync(IDockerEngine engine, CancellationToken cancel)
    {
        // Who uses what comes last: what was taken into use meanwhile is seen.
        var usage = await engine.Daemon.DiskUsageAsync(cancel).ConfigureAwait(false);
        var images = await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false);
        var volumes = await engine.Volumes.ListAsync(new VolumeQuery(), cancel).ConfigureAwait(false);
        var dangling = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["dangling"] = ["true"] };
        var networks = await engine.Networks.ListAsync(new NetworkQuery { Filters = dangling }, cancel).ConfigureAwait(false);
        var containers = await engine.Containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false);
        return new SystemContents(usage, containers, networks, volumes, images);
    }

    /// <summary>Containers whose process is not there.</summary>
    public IEnumerable<DockerDiskUsageItem> StoppedContainers(Func<IReadOnlyDictionary<string, string>, DateTime?, bool> wanted)
    {
        var sizes = _items[DockerResourceKind.Container].ToDictionary(item => item.Id, item => item.Size, StringComparer.Ordinal);
        return _containers
            .Where(container => container.State is ContainerState.Created or ContainerState.Exited or ContainerState.Dead && wanted(container.Labels, container.Created))
            .Select(container => new DockerDiskUsageItem
            {
                Kind = DockerResourceKind.Container,
                Id = container.ContainerId,
                Name = container.Name,
                Size = sizes.TryGetValue(container.ContainerId, out var size) ? size : null,
                Created = container.Created,
                Engine = container.Engine,
            });
    }

    /// <summary>Networks that none of the containers that stay is in.</summary>
    public IEnumerable<DockerDiskUsageItem> UnusedNetworks(HashSet<string> going, Func<IReadOnlyDictionary<string, string>, DateTime?, bool> wanted)
    {
        var used = Staying(going).SelectMany(container => container.Networks).SelectMany(place => new[] { place.Network, place.NetworkId ?? "" }).ToLookup(name => name, StringComparer.Ordinal);
        return _networks
            .Where(network => !network.Predefined && !used.Contains(network.Name) && !used.Contains(network.NetworkId) && wanted(network.Labels, network.Created))
            .Select(network => new DockerDiskUsageItem
            {
                Kind = DockerResourceKind.Network,
                Id = network.NetworkId,
                Name = network.Name,
                Size = 0,
                Created = network.Created,
                Engine = network.Engine,
            });
    }

    /// <summary>Volumes without a name of a user's that none of the containers that stay has.</summary>
    public IEnumerable<DockerDiskUsageItem> UnusedVolumes(HashSet<string> going, Func<IReadOnlyDictionary<string, string>, DateTime?, bool> wanted)
    {
        var used = Staying(going).SelectMany(container => container.Mounts).Select(mount => mount.Name ?? "").ToLookup(name => name, StringComparer.Ordinal);
        return _items[DockerResourceKind.Volume].Where(item => !used.Contains(item.Id)
            && _volumes.TryGetValue(item.Id, out var volume) && volume.Anonymous && wanted(volume.Labels, volume.Created));
    }

    /// <summary>Images that none of the containers that stay was made of: those without a tag, or all.</summary>
    public IEnumerable<DockerDiskUsageItem> UnusedImages(HashSet<string> going, bool all, Func<IReadOnlyDictionary<string, string>, DateTime?, bool> wanted)
    {
        var used = Staying(going).Select(container => container.ImageId).ToLookup(name => name, StringComparer.Ordinal);
        return _items[DockerResourceKind.Image].Where(item => !used.Contains(item.Id)
            && _images.TryGetValue(item.Id, out var image) && (all || image.Dangling) && wanted(image.Labels, image.Created));
    }

    /// <summary>Pieces of the build cache that nothing uses; without <paramref name="all"/> not those that images share.</summary>
    public IEnumerable<DockerDiskUsageItem> UnusedCache(bool all, Func<IReadOnlyDictionary<string, string>, DateTime?, bool> wanted) =>
        _items[DockerResourceKind.BuildCache].Where(item => !item.Active && (all || item.SharedSize is null or 0) && wanted(Container.NoLabels, item.LastUsed ?? item.Created));

    /// <summary>All tags of an image.</summary>
    public IReadOnlyList<string> TagsOf(string image) => _images.TryGetValue(image, out var found) ? found.Tags : [];

    private IEnumerable<Container> Staying(HashSet<string> going) => _containers.Where(container => !going.Contains(container.ContainerId));
}
