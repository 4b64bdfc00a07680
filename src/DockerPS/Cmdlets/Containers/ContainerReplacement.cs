using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Puts a new container in the place of one that is there. Until the new one runs and is well, nothing is done that can't be taken back, and whatever fails, or a stop, takes all of it back.
/// </summary>
/// <param name="target">The old container.</param>
/// <param name="old">What it was made of.</param>
/// <param name="maker">Makes the new one, under another name.</param>
/// <param name="options">How it is done.</param>
internal sealed class ContainerReplacement(ContainerTarget target, RecalledContainer old, ContainerMaker maker, ReplacementOptions options)
{
    private static readonly TimeSpan PutBackLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryStep = TimeSpan.FromMilliseconds(200);
    private const int Starts = 5;

    private readonly IContainerOperations _containers = target.Containers;
    private bool _stopped;
    private bool _renamed;

    private string Name => old.Detail.Name;

    /// <summary>The old container's name while the new one has its own, and after with <c>-KeepOld</c>.</summary>
    private string NameAside => Name + "-old-" + old.Detail.ContainerId.Substring(0, 12);

    /// <summary>Replaces it.</summary>
    /// <returns>The id of the container that is there now: the old one where nothing is new.</returns>
    public async Task<string> RunAsync(WorkItem item, CancellationToken cancel)
    {
        var id = await CreateAsync(item, cancel).ConfigureAwait(false);
        try
        {
            cancel.ThrowIfCancellationRequested();
            var made = await _containers.InspectAsync(id, size: false, cancel).ConfigureAwait(false);
            if (!options.Always && made.ImageId == old.Detail.ImageId)
            {
                item.Verbose($"{Name} has the newest image of that name already, and stays as it is.");
                await _containers.RemoveAsync(id, force: true, volumes: true, CancellationToken.None).ConfigureAwait(false);
                return old.Detail.ContainerId;
            }

            await TakePlaceAsync(id, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not DockerException)
        {
            await PutBackAsync(id).ConfigureAwait(false);
            throw;
        }
        catch (DockerException failure)
        {
            var after = await PutBackAsync(id).ConfigureAwait(false);
            throw new DockerException(failure.Error, $"{Name} was not updated: {failure.Message.TrimEnd('.')}. {after}", failure)
            { StatusCode = failure.StatusCode, Engine = failure.Engine, Remedy = failure.Remedy };
        }

        await EndOldAsync(item).ConfigureAwait(false);
        return id;
    }

    private async Task<string> CreateAsync(WorkItem item, CancellationToken cancel)
    {
        try
        {
            return (await maker.CreateAsync(item, cancel).ConfigureAwait(false)).ContainerId;
        }
        catch (DockerException failure) when (failure.Error == DockerError.ConnectionLost)
        {
            // It may have been made all the same. Its name is no other's.
            await PutBackAsync(maker.Name!).ConfigureAwait(false);
            throw;
        }
    }

    // A step once begun is not cancelled: whether the engine has done it would not be known.
    private async Task TakePlaceAsync(string id, CancellationToken cancel)
    {
        var ran = old.Detail.State is ContainerState.Running or ContainerState.Restarting;
        if (ran)
        {
            _stopped = true;
            await _containers.StopAsync(old.Detail.ContainerId, timeout: null, signal: null, CancellationToken.None).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
        }

        _renamed = true;
        await _containers.RenameAsync(old.Detail.ContainerId, NameAside, CancellationToken.None).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        await _containers.RenameAsync(id, Name, CancellationToken.None).ConfigureAwait(false);
        if (ran)
        {
            cancel.ThrowIfCancellationRequested();
            await _containers.StartAsync(id, CancellationToken.None).ConfigureAwait(false);
            await new FirstMoments(target.Engine, id, Name).WatchAsync(options.Timeout, cancel).ConfigureAwait(false);
        }

        cancel.ThrowIfCancellationRequested();
    }

    // The new one is well: what fails now is no reason to go back.
    private async Task EndOldAsync(WorkItem item)
    {
        try
        {
            if (!options.KeepOld)
            {
                // Never its volumes: the new one has them, and what it does not have may be wanted.
                await _containers.RemoveAsync(old.Detail.ContainerId, force: true, volumes: false, CancellationToken.None).ConfigureAwait(false);
            }
            else if (old.Detail.RestartPolicy != "no")
            {
                // Or the engine would start it beside the new one when it starts itself.
                await _containers.UpdateAsync(old.Detail.ContainerId, new ContainerUpdate { Restart = new RestartPolicy("no") }, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (DockerException failure)
        {
            item.Fail(new DockerException(failure.Error, $"{Name} is updated, but the old container is left as {NameAside}: {failure.Message}", failure) { StatusCode = failure.StatusCode, Engine = failure.Engine });
        }
    }

    /// <summary>Makes it again as it was.</summary>
    /// <returns>A sentence on how it is now.</returns>
    private async Task<string> PutBackAsync(string id)
    {
        var left = new List<string>();
        await TryAsync(stop => _containers.RemoveAsync(id, force: true, volumes: true, stop), DockerError.ContainerNotFound, $"the new container {id} is left").ConfigureAwait(false);
        if (_renamed)
        {
            await TryAsync(RenameBackAsync, DockerError.ContainerNotFound, $"the old container is named {NameAside}").ConfigureAwait(false);
        }

        if (_stopped)
        {
            await TryAsync(StartOldAsync, expected: null, "the old container does not run").ConfigureAwait(false);
        }

        return left.Count > 0 ? "Not all could be put back: " + string.Join("; ", left) + "."
            : _stopped ? "The old container runs again as it was."
            : "The old container is as it was.";

        async Task TryAsync(Func<CancellationToken, Task> step, DockerError? expected, string otherwise)
        {
            using var limit = new CancellationTokenSource(PutBackLimit);
            try
            {
                await step(limit.Token).ConfigureAwait(false);
            }
            catch (DockerException failure) when (failure.Error == expected)
            {
                // It is gone already.
            }
            catch (Exception failure) when (failure is DockerException or OperationCanceledException)
            {
                left.Add(otherwise + " (" + failure.Message.TrimEnd('.') + ")");
            }
        }
    }

    // The engine may have failed before it had renamed it.
    private async Task RenameBackAsync(CancellationToken cancel)
    {
        var now = await _containers.InspectAsync(old.Detail.ContainerId, size: false, cancel).ConfigureAwait(false);
        if (now.Name != Name)
        {
            await _containers.RenameAsync(old.Detail.ContainerId, Name, cancel).ConfigureAwait(false);
        }
    }

    // Ports of the new one may take a moment to be free.
    private async Task StartOldAsync(CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await _containers.StartAsync(old.Detail.ContainerId, cancel).ConfigureAwait(false);
                return;
            }
            catch (DockerException) when (attempt < Starts)
            {
                await Task.Delay(RetryStep, cancel).ConfigureAwait(false);
            }
        }
    }
}
