using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine tells of itself.</summary>
public interface IDaemonOperations
{
    /// <summary>All about the engine and its machine: <c>GET /info</c>.</summary>
    Task<DockerInfo> InfoAsync(CancellationToken cancel);

    /// <summary>Its version, and that of its parts: <c>GET /version</c>.</summary>
    Task<DockerVersion> VersionAsync(CancellationToken cancel);

    /// <summary>What takes how many bytes: <c>GET /system/df</c>. An engine that measures for another already is asked again.</summary>
    Task<IReadOnlyList<DockerDiskUsage>> DiskUsageAsync(CancellationToken cancel);

    /// <summary>
    /// Reads events: <c>GET /events</c>. When they are followed and the connection breaks, it is made anew, and goes on with the first event that has not been given yet.
    /// </summary>
    /// <param name="query">Which ones.</param>
    /// <param name="heard">Gets each event, in order, on any thread but one at a time.</param>
    /// <param name="state">Told null whenever a connection stands, and each time why it does not; only where events are followed.</param>
    /// <param name="cancel">Ends it.</param>
    Task EventsAsync(EventQuery query, Action<DockerEvent> heard, Action<DockerException?> state, CancellationToken cancel);
}
