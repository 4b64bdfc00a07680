using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Daemon;

/// <summary>What one engine tells of itself.</summary>
internal sealed class DaemonOperations(EngineClient client) : IDaemonOperations
{
    private static readonly string[] Everything = ["container", "image", "volume", "build-cache"];

    public async Task<DockerInfo> InfoAsync(CancellationToken cancel)
    {
        return await client.GetAsync("/info", bytes => DaemonMapping.ReadInfo(bytes, client.Endpoint.Name), Subject.Engine, cancel).ConfigureAwait(false);
    }

    public async Task<DockerVersion> VersionAsync(CancellationToken cancel)
    {
        var used = (await client.GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion;
        var version = await client.GetAsync("/version", EngineJson.Default.VersionJson, Subject.Engine, cancel).ConfigureAwait(false);
        return DaemonMapping.ToVersion(version, used, client.Endpoint.Name);
    }

    public async Task<IReadOnlyList<DockerDiskUsage>> DiskUsageAsync(CancellationToken cancel) =>
        DiskUsageMapping.ToUsage(await DiskUsageReader.ReadAsync(client, Everything, cancel).ConfigureAwait(false), client.Endpoint.Name);

    public Task EventsAsync(EventQuery query, Action<DockerEvent> heard, Action<DockerException?> state, CancellationToken cancel)
    {
        var events = new EventStream(client, query, heard, state);
        return query.Follow ? events.FollowAsync(cancel) : events.ReadAsync(cancel);
    }
}
