using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Daemon;

/// <summary>Asks an engine what takes how much of its disks.</summary>
internal static class DiskUsageReader
{
    /// <summary>Before it an engine always measures everything.</summary>
    private static readonly Version SomeOnly = new(1, 42);

    /// <summary>From it on an engine leaves the lists out unless they are asked for.</summary>
    private static readonly Version ListsOnRequest = new(1, 52);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // One request at a time from here; those of others are waited for by asking again.
    private static readonly ConditionalWeakTable<EngineClient, SemaphoreSlim> Turns = new();

    /// <summary>Measures.</summary>
    /// <param name="client">The engine.</param>
    /// <param name="kinds">container, image, volume, build-cache; what else the engine measures is no harm.</param>
    /// <param name="cancel">Ends the wait and the measuring.</param>
    public static async Task<DiskUsageJson> ReadAsync(EngineClient client, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var path = new Query("/system/df");
        var version = (await client.GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion;
        path.Add("verbose", version >= ListsOnRequest);
        if (version >= SomeOnly)
        {
            foreach (var kind in kinds)
            {
                path.Add("type", kind);
            }
        }

        var turn = Turns.GetValue(client, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            while (true)
            {
                try
                {
                    using var answer = await Listing.ReadAsync(() => client.SendAsync(HttpMethod.Get, path.ToString(), Subject.Engine, cancel)).ConfigureAwait(false);
                    var usage = await Answers.ReadAsync(answer, EngineJson.Default.DiskUsageJson, client.Endpoint, cancel).ConfigureAwait(false);
                    return (await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman ? await FilledAsync(client, usage, cancel).ConfigureAwait(false) : usage;
                }
                catch (DockerException failure) when (IsBusy(failure))
                {
                    // Docker 20.10 measures for one at a time and refuses the others.
                    await Task.Delay(Pause, cancel).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    // Podman's own lists here have tags without names, and neither labels nor mounts.
    private static async Task<DiskUsageJson> FilledAsync(EngineClient client, DiskUsageJson usage, CancellationToken cancel)
    {
        usage.LayersSize = null;
        usage.Images = await Listing.ReadAsync(() => client.GetAsync("/images/json", EngineJson.Default.UsedImageArray, Subject.Engine, cancel)).ConfigureAwait(false);
        usage.Containers = await Listing.ReadAsync(() => client.GetAsync("/containers/json?all=1&size=1", EngineJson.Default.UsedContainerArray, Subject.Engine, cancel)).ConfigureAwait(false);
        return usage;
    }

    private static bool IsBusy(DockerException failure) =>
        failure.StatusCode is not null && failure.Message.IndexOf("disk usage operation is already running", StringComparison.OrdinalIgnoreCase) >= 0;
}
