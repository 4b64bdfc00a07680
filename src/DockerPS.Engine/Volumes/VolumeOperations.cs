using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Containers;
using DockerPS.Daemon;
using DockerPS.Engine;

namespace DockerPS.Volumes;

/// <summary>What one engine does with volumes.</summary>
internal sealed class VolumeOperations(EngineClient client, ContainerOperations containers) : IVolumeOperations
{
    private const int Missing = 404;

    public Task<IReadOnlyList<ContainerVolume>> ListAsync(VolumeQuery query, CancellationToken cancel) => Listing.ReadAsync(() => ListOnceAsync(query, cancel));

    private async Task<IReadOnlyList<ContainerVolume>> ListOnceAsync(VolumeQuery query, CancellationToken cancel)
    {
        var listing = VolumesAsync(query, cancel);
        var measuring = query.Size ? SizesAsync(cancel) : Task.FromResult<Dictionary<string, long?>?>(null);
        var searching = query.Users ? UsersAsync(cancel) : Task.FromResult<ILookup<string, string>?>(null);
        await Task.WhenAll(listing, measuring, searching).ConfigureAwait(false);

        var sizes = await measuring.ConfigureAwait(false);
        var users = await searching.ConfigureAwait(false);
        return (await listing.ConfigureAwait(false))
            .Select(volume => volume.ToVolume(Size(volume.Name ?? ""), users?[volume.Name ?? ""].ToArray(), client.Endpoint.Name))
            .ToList();

        long? Size(string name) => sizes is not null && sizes.TryGetValue(name, out var size) ? size : null;
    }

    public Task<ContainerVolume> InspectAsync(string volume, CancellationToken cancel) => client.GetAsync(Path(volume), Read, Subject.Volume(volume), cancel);

    public async Task<ContainerVolume> CreateAsync(VolumeSpecification specification, CancellationToken cancel)
    {
        var body = new JsonObject
        {
            ["Name"] = specification.Name ?? "",
            ["Driver"] = specification.Driver ?? "",
            ["DriverOpts"] = Map(specification.Options),
            ["Labels"] = Map(specification.Labels),
        };
        try
        {
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(HttpMethod.Post, "/volumes/create", Subject.Engine, cancel, content).ConfigureAwait(false);
            return await Answers.ReadAsync(answer, Read, client.Endpoint, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.StatusCode == Missing || failure.Message.Contains("required plugin missing") || failure.Message.Contains("invalid argument"))
        {
            // What was not found is the driver; and Podman has one status for all.
            throw new DockerException(DockerError.InvalidArgument, failure.Message, failure) { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    }

    public Task RemoveAsync(string volume, bool force, CancellationToken cancel) =>
        client.DoAsync(HttpMethod.Delete, new Query(Path(volume)).Add("force", force).ToString(), Subject.Volume(volume), cancel);

    private static string Path(string volume) => "/volumes/" + Uri.EscapeDataString(volume);

    private static JsonObject Map(IReadOnlyDictionary<string, string>? values) =>
        new((values ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(value => new KeyValuePair<string, JsonNode?>(value.Key, value.Value)));

    private ContainerVolume Read(ReadOnlyMemory<byte> answer) =>
        JsonSerializer.Deserialize(answer.Span, EngineJson.Default.VolumeJson)!.ToVolume(size: null, users: null, client.Endpoint.Name);

    private async Task<VolumeJson[]> VolumesAsync(VolumeQuery query, CancellationToken cancel)
    {
        if (query.Filters is not { } filters || !(await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            return await VolumesAsync(query.Filters, cancel).ConfigureAwait(false);
        }

        // Podman lists what satisfies any filter, and not all: it is asked for each of them.
        var lists = new List<VolumeJson[]>();
        foreach (var filter in filters)
        {
            foreach (var values in filter.Key == "label" ? filter.Value.Select(label => (IReadOnlyList<string>)[label]) : [filter.Value])
            {
                lists.Add(await VolumesAsync(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [filter.Key] = values }, cancel).ConfigureAwait(false));
            }
        }

        return lists.Count == 0
            ? await VolumesAsync(filters: null, cancel).ConfigureAwait(false)
            : Array.FindAll(lists[0], volume => lists.TrueForAll(list => Array.Exists(list, other => other.Name == volume.Name)));
    }

    private async Task<VolumeJson[]> VolumesAsync(IReadOnlyDictionary<string, IReadOnlyList<string>>? filters, CancellationToken cancel)
    {
        var path = new Query("/volumes").AddFilters(filters).ToString();
        return (await client.GetAsync(path, EngineJson.Default.VolumeListJson, Subject.Engine, cancel).ConfigureAwait(false)).Volumes ?? [];
    }

    private async Task<Dictionary<string, long?>?> SizesAsync(CancellationToken cancel)
    {
        var usage = await DiskUsageReader.ReadAsync(client, ["volume"], cancel).ConfigureAwait(false);
        return usage.AllVolumes.ToDictionary(volume => volume.Name ?? "", volume => volume.Size, StringComparer.Ordinal);
    }

    // By the list of containers and not by the disk usage, which counts users but does not name them.
    private async Task<ILookup<string, string>?> UsersAsync(CancellationToken cancel)
    {
        var all = await containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false);
        return all.SelectMany(container => container.Mounts.Where(mount => mount.Type == "volume" && mount.Name is not null).Select(mount => (Volume: mount.Name!, container.Name)))
            .Distinct()
            .OrderBy(use => use.Name, StringComparer.Ordinal)
            .ToLookup(use => use.Volume, use => use.Name, StringComparer.Ordinal);
    }
}
