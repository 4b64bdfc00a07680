using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Daemon;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Builds;

/// <content>The build cache.</content>
internal sealed partial class BuildOperations
{
    public async Task<IReadOnlyList<BuildCacheRecord>> CacheAsync(CancellationToken cancel)
    {
        var usage = await DiskUsageReader.ReadAsync(client, ["build-cache"], cancel).ConfigureAwait(false);
        return usage.AllBuildCache.Select(item => new BuildCacheRecord
        {
            Id = item.Id ?? "",
            Type = item.Type ?? "",
            InUse = item.InUse,
            Shared = item.Shared,
            Size = item.Size,
            LastUsed = EngineTime.OfText(item.LastUsedAt),
        }).ToList();
    }

    public async Task<ClearedBuildCache> ClearCacheAsync(BuildCacheQuery query, CancellationToken cancel)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (query.OlderThan is { } age)
        {
            filters["until"] = [age.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + "s"];
        }

        if (query.Id is { } id)
        {
            filters["id"] = [id];
        }

        var path = new Query("/build/prune").Add("all", query.All).Add("keep-storage", query.KeepStorage).AddFilters(filters);
        using var answer = await client.SendAsync(HttpMethod.Post, path.ToString(), Subject.Engine, cancel).ConfigureAwait(false);
        var pruned = await Answers.ReadAsync(answer, EngineJson.Default.BuildCachePruned, client.Endpoint, cancel).ConfigureAwait(false);
        return new ClearedBuildCache { Deleted = pruned.CachesDeleted ?? [], SpaceReclaimed = pruned.SpaceReclaimed, Engine = client.Endpoint.Name };
    }
}
