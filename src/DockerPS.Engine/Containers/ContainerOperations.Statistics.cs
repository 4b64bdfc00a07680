using System;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;

namespace DockerPS.Containers;

/// <summary>What containers use.</summary>
internal sealed partial class ContainerOperations
{
    /// <summary>The time between two samples: long enough for the processors' clocks to move, short enough for a prompt.</summary>
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(200);

    /// <summary>The version whose engines answer a single sample at once; before it one takes a second, and brings the earlier times along.</summary>
    private static readonly Version QuickSample = new(1, 42);

    public async Task<ContainerStatistics> MeasureAsync(string container, CancellationToken cancel)
    {
        var detail = await InspectAsync(container, size: false, cancel).ConfigureAwait(false);
        var greeting = await _client.GreetingAsync(cancel).ConfigureAwait(false);
        if (greeting.UsedApiVersion < QuickSample && !greeting.IsPodman || greeting.IsWindows)
        {
            return StatisticsMapping.ToStatistics(await SampleAsync(detail, "stream=false", cancel).ConfigureAwait(false), before: null, detail, greeting);
        }

        var before = await SampleAsync(detail, "stream=false&one-shot=true", cancel).ConfigureAwait(false);
        await Task.Delay(SampleTime, cancel).ConfigureAwait(false);
        var now = await SampleAsync(detail, "stream=false&one-shot=true", cancel).ConfigureAwait(false);
        return StatisticsMapping.ToStatistics(now, before, detail, greeting);
    }

    public async Task MeasureAsync(string container, Action<ContainerStatistics> sample, CancellationToken cancel)
    {
        var detail = await InspectAsync(container, size: false, cancel).ConfigureAwait(false);
        var greeting = await _client.GreetingAsync(cancel).ConfigureAwait(false);
        using var answer = await _client.SendLastingAsync(HttpMethod.Get, Path(detail.ContainerId, "stats?stream=true"), Subject.Container(container), cancel).ConfigureAwait(false);
        using var stop = cancel.Register(answer.Dispose);
        using var lines = new StreamReader(await Answers.OpenAsync(answer, cancel).ConfigureAwait(false));
        var first = true;
        while (await Answers.ReadLineAsync(lines, _client.Endpoint, cancel).ConfigureAwait(false) is { } line)
        {
            var item = JsonSerializer.Deserialize(line, EngineJson.Default.StatisticsJson);
            if (item is null || Streams.EngineTime.OfText(item.Read) is null)
            {
                // One without a time is of a container that does not run: the engine would go on with those for ever.
                if (!await IsAliveAsync(detail.ContainerId, cancel).ConfigureAwait(false))
                {
                    return;
                }
            }
            else if (!first)
            {
                // The first one has no earlier times beside it.
                sample(StatisticsMapping.ToStatistics(item, before: null, detail, greeting));
            }

            first = false;
        }
    }

    // One that is started again by its restart policy has not ended.
    private async Task<bool> IsAliveAsync(string id, CancellationToken cancel)
    {
        try
        {
            var detail = await InspectAsync(id, size: false, cancel).ConfigureAwait(false);
            return detail.State is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting;
        }
        catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
        {
            return false;
        }
    }

    private async Task<StatisticsJson> SampleAsync(ContainerDetail container, string query, CancellationToken cancel)
    {
        using var answer = await _client.SendAsync(HttpMethod.Get, Path(container.ContainerId, "stats?" + query), Subject.Container(container.Name), cancel)
            .ConfigureAwait(false);
        return await Answers.ReadAsync(answer, EngineJson.Default.StatisticsJson, _client.Endpoint, cancel).ConfigureAwait(false);
    }
}
