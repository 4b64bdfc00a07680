using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>What runs in containers, and how it ends.</summary>
internal sealed partial class ContainerOperations
{
    // Podman looks by itself where it is asked for columns that it knows; else it runs the container's own ps, which few images have.
    private const string PodmanColumns = "user,pid,ppid,pcpu,stime,tty,time,args";

    /// <summary>How long Podman may take to tell of an end that has come.</summary>
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(2);

    public async Task<ProcessTable> ProcessesAsync(string container, string? psArguments, CancellationToken cancel)
    {
        var podman = (await _client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman;
        var path = new Query(Path(container, "top")).Add("ps_args", psArguments ?? (podman ? PodmanColumns : null));
        using var answer = await _client.SendAsync(HttpMethod.Get, path.ToString(), Subject.Container(container), cancel).ConfigureAwait(false);
        var table = await Answers.ReadAsync(
            answer, bytes => (bytes.IsEmpty ? null : JsonSerializer.Deserialize(bytes.Span, EngineJson.Default.ProcessTableJson)) ?? new(), _client.Endpoint, cancel).ConfigureAwait(false);
        return table.Titles is { Length: > 0 } ? table.ToTable() : throw await NoProcessesAsync(container, psArguments, cancel).ConfigureAwait(false);
    }

    public async Task<long?> WaitAsync(string container, string condition, CancellationToken cancel)
    {
        const string NextExit = "next-exit";
        if (condition == NextExit || !(await _client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            return await EndAsync(container, condition, cancel).ConfigureAwait(false);
        }

        // Podman forgets the exit code of one that removes itself: only who waits for its next end hears it.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var exit = EndAsync(container, NextExit, enough.Token);
        _ = exit.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        try
        {
            var detail = await InspectAsync(container, size: false, cancel).ConfigureAwait(false);
            var code = await EndAsync(container, condition, cancel).ConfigureAwait(false);
            if (detail.State is not (ContainerState.Running or ContainerState.Paused) || !detail.AutoRemove && condition != "removed")
            {
                return code < 0 || condition == "removed" ? detail.ExitCode : code;
            }

            return await Task.WhenAny(exit, Task.Delay(ExitPatience, cancel)).ConfigureAwait(false) == exit ? await exit.ConfigureAwait(false) : null;
        }
        finally
        {
            enough.Cancel();
        }
    }

    private async Task<long> EndAsync(string container, string condition, CancellationToken cancel)
    {
        var path = new Query(Path(container, "wait")).Add("condition", condition);
        using var answer = await _client.SendLastingAsync(HttpMethod.Post, path.ToString(), Subject.Container(container), cancel).ConfigureAwait(false);
        var end = await Answers.ReadAsync(answer, EngineJson.Default.WaitAnswer, _client.Endpoint, cancel).ConfigureAwait(false);
        return end.Error?.Message is { Length: > 0 } message
            ? throw new DockerException(DockerError.EngineError, message) { Engine = _client.Endpoint.Name }
            : end.StatusCode;
    }

    // Podman's answer has begun when it finds that it has nothing to tell.
    private async Task<DockerException> NoProcessesAsync(string container, string? psArguments, CancellationToken cancel)
    {
        var detail = await InspectAsync(container, size: false, cancel).ConfigureAwait(false);
        return detail.State is not (ContainerState.Running or ContainerState.Paused)
            ? new DockerException(DockerError.StateConflict, $"The container {detail.Name} is not running.") { Engine = _client.Endpoint.Name }
            : new DockerException(
                DockerError.EngineError, $"The engine {_client.Endpoint.Name} told no processes of {detail.Name}: it runs the container's own ps, which may be missing or take no '{psArguments}'.")
            { Engine = _client.Endpoint.Name };
    }
}
