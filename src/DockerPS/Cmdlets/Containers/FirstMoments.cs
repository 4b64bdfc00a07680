using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Watches whether a container that was just started does well: until its health check says so, or, without one, for a moment.</summary>
internal sealed class FirstMoments(IDockerEngine engine, string id, string name)
{
    // What can't work ends at once; who wants to know more gives it a health check.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Watches it.</summary>
    /// <exception cref="DockerException">It does not do well.</exception>
    public async Task WatchAsync(TimeSpan? timeout, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (timeout is { } time)
        {
            limit.CancelAfter(time);
        }

        try
        {
            var first = await engine.Containers.InspectAsync(id, size: false, limit.Token).ConfigureAwait(false);
            if (first.Health == ContainerHealth.None)
            {
                await WatchMomentAsync(limit.Token).ConfigureAwait(false);
            }
            else
            {
                await engine.Containers.WatchAsync(id, IsHealthy, limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new DockerException(DockerError.Timeout, $"the new container was not healthy within {timeout}.") { Engine = engine.Endpoint.Name };
        }
    }

    private async Task WatchMomentAsync(CancellationToken cancel)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Moment; await Task.Delay(Step, cancel).ConfigureAwait(false))
        {
            if (IsDone(await engine.Containers.InspectAsync(id, size: false, cancel).ConfigureAwait(false)))
            {
                return;
            }
        }
    }

    private bool IsHealthy(ContainerDetail detail) => IsDone(detail) || detail.Health switch
    {
        ContainerHealth.Healthy => true,
        ContainerHealth.Unhealthy => throw Failed($"its health check fails{(detail.HealthOutput is { Length: > 0 } output ? ": " + output : "")}"),
        _ => false,
    };

    // A task that has done its work is well, too.
    private bool IsDone(ContainerDetail detail) => detail.State switch
    {
        ContainerState.Restarting or ContainerState.Dead => throw Ended(detail),
        ContainerState.Exited when detail.ExitCode != 0 => throw Ended(detail),
        ContainerState.Exited => true,
        _ when detail.RestartCount > 0 => throw Ended(detail),
        _ => false,
    };

    private DockerException Ended(ContainerDetail detail) => Failed($"it ended with exit code {detail.ExitCode}");

    private DockerException Failed(string why) =>
        new(DockerError.UpdateFailed, $"the new container does not do well, {why}.") { Engine = engine.Endpoint.Name, Remedy = $"Run the new image beside {name} to see why: Invoke-Container." };
}
