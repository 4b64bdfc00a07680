using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;

namespace DockerPS.Containers;

/// <summary>Watches a container's state: looks at it once the engine's events are being listened to, and again on each event.</summary>
internal sealed class ContainerWatch(EngineClient client, ContainerOperations containers)
{
    public async Task<ContainerDetail> UntilAsync(string container, Func<ContainerDetail, bool> satisfied, CancellationToken cancel)
    {
        var detail = await containers.InspectAsync(container, size: false, cancel).ConfigureAwait(false);
        if (satisfied(detail))
        {
            return detail;
        }

        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["type"] = ["container"], ["container"] = [detail.ContainerId] };
        var path = new Query("/events").AddFilters(filters).ToString();
        using var answer = await client.SendLastingAsync(HttpMethod.Get, path, Subject.Container(container), cancel).ConfigureAwait(false);
        using var stream = await Answers.OpenAsync(answer, cancel).ConfigureAwait(false);
        using var stop = cancel.Register(answer.Dispose);
        using var lines = new StreamReader(stream);

        // What happened between the first look and the first event would else be missed.
        do
        {
            detail = await containers.InspectAsync(detail.ContainerId, size: false, cancel).ConfigureAwait(false);
            if (satisfied(detail))
            {
                return detail;
            }
        }
        while (await NextAsync(lines, cancel).ConfigureAwait(false));

        throw Failures.Lost(client.Endpoint, inner: null);
    }

    // Exec events come by the thousand where a health check runs, and change nothing that is waited for.
    private async Task<bool> NextAsync(StreamReader lines, CancellationToken cancel)
    {
        while (await Answers.ReadLineAsync(lines, client.Endpoint, cancel).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0 && JsonSerializer.Deserialize(line, EngineJson.Default.EventMessage)?.Action is { } action
                && !action.StartsWith("exec_", StringComparison.Ordinal) && action != "top")
            {
                return true;
            }
        }

        return false;
    }
}
