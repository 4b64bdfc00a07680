using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>The wait for one container.</summary>
internal sealed class ContainerWait(ContainerTarget target, WaitCondition condition, string? pattern, TimeSpan? timeout)
{
    public async Task<Container> RunAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (timeout is { } time && time >= TimeSpan.Zero)
        {
            limit.CancelAfter(time);
        }

        // Read before the wait: a container that removes itself can't be read after it.
        var before = await target.ReadAsync(cancel).ConfigureAwait(false)
            ?? throw new DockerException(DockerError.ContainerNotFound, $"No such container: {target.Name}");
        try
        {
            var exitCode = await WaitAsync(limit.Token).ConfigureAwait(false);
            var after = condition == WaitCondition.Removed ? null : await target.ReadAsync(IsSettled, cancel).ConfigureAwait(false);
            return after is null ? Gone(before, exitCode)
                // It may run again already: then only the wait's answer knows how it had ended.
                : exitCode is { } code && after.ExitCode is null ? after.WithExitCode(code)
                : after;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new DockerException(DockerError.Timeout, $"{target.Name} was not {Words()} within {timeout}.")
            { Engine = target.Engine.Endpoint.Name };
        }
    }

    private async Task<int?> WaitAsync(CancellationToken cancel)
    {
        switch (condition)
        {
            case WaitCondition.NotRunning:
                return (int?)await target.Containers.WaitAsync(target.Id, "not-running", cancel).ConfigureAwait(false);
            case WaitCondition.NextExit:
                return (int?)await target.Containers.WaitAsync(target.Id, "next-exit", cancel).ConfigureAwait(false);
            case WaitCondition.Removed:
                return await WaitRemovedAsync(cancel).ConfigureAwait(false);
            case WaitCondition.LogMatch:
                await MatchLogAsync(cancel).ConfigureAwait(false);
                return null;
            default:
                await target.Containers.WatchAsync(target.Id, IsThere, cancel).ConfigureAwait(false);
                return null;
        }
    }

    // A container that the engine starts again is seen running, and rightly so.
    private bool IsSettled(Container container) =>
        condition is not (WaitCondition.NotRunning or WaitCondition.NextExit) || container.State is not ContainerState.Running;

    private async Task<int?> WaitRemovedAsync(CancellationToken cancel)
    {
        try
        {
            return (int?)await target.Containers.WaitAsync(target.Id, "removed", cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
        {
            return null;
        }
    }

    private bool IsThere(ContainerDetail detail)
    {
        if (detail.State == ContainerState.Running && (condition == WaitCondition.Running || detail.Health == ContainerHealth.Healthy))
        {
            return true;
        }

        if (condition == WaitCondition.Healthy && detail.State == ContainerState.Running && detail.Health == ContainerHealth.None)
        {
            throw Impossible("it has no health check");
        }

        return detail.State is ContainerState.Exited or ContainerState.Dead && detail.RestartPolicy is "no" or ""
            ? throw Impossible($"it has ended with exit code {detail.ExitCode}")
            : false;
    }

    // Reads block, so they are given a thread; a cancelled wait closes the log under them.
    private async Task MatchLogAsync(CancellationToken cancel)
    {
        var line = new Regex(pattern!, RegexOptions.None, WaitContainer.MatchLimit);
        using var reader = await target.Containers.OpenLogAsync(target.Id, new LogQuery { Follow = true, Timestamps = false }, cancel).ConfigureAwait(false);
        using var stop = cancel.Register(reader.Dispose);
        var matched = await Task.Factory.StartNew(
            () =>
            {
                var lines = new List<string>();
                for (; reader.ReadRaw(lines); lines.Clear())
                {
                    if (lines.Exists(line.IsMatch))
                    {
                        return true;
                    }
                }

                return false;
            },
            cancel,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).ConfigureAwait(false);
        if (!matched)
        {
            await reader.ConfirmEndAsync(cancel).ConfigureAwait(false);
            throw Impossible($"its log has ended, and no line matches '{pattern}'");
        }
    }

    private DockerException Impossible(string why) =>
        new(DockerError.ConditionImpossible, $"{target.Name} will not be {Words()}: {why}.") { Engine = target.Engine.Endpoint.Name };

    private string Words() => condition switch
    {
        WaitCondition.NotRunning or WaitCondition.NextExit => "ended",
        WaitCondition.Removed => "removed",
        WaitCondition.Running => "running",
        WaitCondition.Healthy => "healthy",
        _ => "heard: no line of its log matched '" + pattern + "'",
    };

    private static Container Gone(Container before, int? exitCode) => new()
    {
        ContainerId = before.ContainerId,
        Name = before.Name,
        Names = before.Names,
        Image = before.Image,
        ImageId = before.ImageId,
        Command = before.Command,
        Created = before.Created,
        State = ContainerState.Removed,
        StateText = "removed",
        Status = "Removed",
        ExitCode = exitCode ?? before.ExitCode,
        Labels = before.Labels,
        Mounts = before.Mounts,
        Engine = before.Engine,
    };
}
