using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Containers;
using DockerPS.Images;
using DockerPS.Streams;

namespace DockerPS.Daemon;

/// <summary>Makes the tables of what takes how many bytes, and counts as the docker command does.</summary>
internal static class DiskUsageMapping
{
    public static IReadOnlyList<DockerDiskUsage> ToUsage(DiskUsageJson json, string engine) =>
    [
        Images(json, engine),
        Containers(json, engine),
        Volumes(json, engine),
        BuildCache(json, engine),
    ];

    private static DockerDiskUsage Images(DiskUsageJson json, string engine)
    {
        var items = Array.ConvertAll(json.AllImages, image => new DockerDiskUsageItem
        {
            Kind = DockerResourceKind.Image,
            Id = ImageNames.WholeId(image.Id) ?? "",
            Name = NameOf(image),
            Size = image.SharedSize >= 0 ? image.Size - image.SharedSize : image.Size,
            SharedSize = image.SharedSize >= 0 ? image.SharedSize : null,
            Created = EngineTime.OfUnixSeconds(image.Created),
            Active = image.Containers > 0,
            Engine = engine,
        });

        // What images share counts once, and is only free when all of them go.
        var size = json.LayersSize ?? json.ImageUsage?.TotalSize ?? items.Sum(item => item.Size ?? 0);
        var used = items.Where(item => item.Active).Sum(item => item.Size ?? 0);
        return Usage(DockerResourceKind.Image, items, size, Math.Max(0, size - used), engine);
    }

    private static DockerDiskUsage Containers(DiskUsageJson json, string engine) => Usage(
        DockerResourceKind.Container,
        Array.ConvertAll(json.AllContainers, container => new DockerDiskUsageItem
        {
            Kind = DockerResourceKind.Container,
            Id = container.Id ?? "",
            Name = ContainerMapping.OwnName(Array.ConvertAll(container.Names ?? [], ContainerMapping.Plain)),
            Size = container.SizeRw,
            Created = EngineTime.OfUnixSeconds(container.Created),
            Active = IsActive(ContainerWords.State(container.State)),
            Engine = engine,
        }),
        engine);

    private static DockerDiskUsage Volumes(DiskUsageJson json, string engine) => Usage(
        DockerResourceKind.Volume,
        Array.ConvertAll(json.AllVolumes, volume => new DockerDiskUsageItem
        {
            Kind = DockerResourceKind.Volume,
            Id = volume.Name ?? "",
            Name = volume.Name ?? "",
            Size = volume.Size,
            Created = EngineTime.OfText(volume.CreatedAt),
            Active = volume.UsageData is { RefCount: > 0 },
            Engine = engine,
        }),
        engine);

    private static DockerDiskUsage BuildCache(DiskUsageJson json, string engine)
    {
        var items = Array.ConvertAll(json.AllBuildCache, piece => new DockerDiskUsageItem
        {
            Kind = DockerResourceKind.BuildCache,
            Id = piece.Id ?? "",
            Name = piece.Description ?? "",
            Size = piece.Shared ? 0 : piece.Size,
            SharedSize = piece.Shared ? piece.Size : 0,
            Created = EngineTime.OfText(piece.CreatedAt),
            LastUsed = EngineTime.OfText(piece.LastUsedAt),
            Active = piece.InUse,
            Engine = engine,
        });
        return Usage(DockerResourceKind.BuildCache, items, engine);
    }

    /// <summary>A container's process is there, running or paused.</summary>
    public static bool IsActive(ContainerState state) =>
        state is not (ContainerState.Created or ContainerState.Exited or ContainerState.Dead or ContainerState.Removing);

    private static string NameOf(DiskUsageJson.UsedImage image) =>
        ImageNames.Familiar(
            Array.Find(image.RepoTags ?? [], tag => tag != "<none>:<none>")
            ?? Array.Find(image.RepoDigests ?? [], digest => !digest.StartsWith("<none>", StringComparison.Ordinal))
            ?? "");

    private static DockerDiskUsage Usage(DockerResourceKind kind, DockerDiskUsageItem[] items, string engine) => Usage(
        kind, items, items.Sum(item => item.Size ?? 0), items.Where(item => !item.Active).Sum(item => item.Size ?? 0), engine);

    private static DockerDiskUsage Usage(DockerResourceKind kind, DockerDiskUsageItem[] items, long size, long reclaimable, string engine) => new()
    {
        Kind = kind,
        Count = items.Length,
        Active = items.Count(item => item.Active),
        Size = size,
        Reclaimable = reclaimable,
        Items = items,
        Engine = engine,
    };
}
