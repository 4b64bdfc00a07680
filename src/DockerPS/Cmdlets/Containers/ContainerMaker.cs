using System;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Images;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Makes one container: pulls its image where it is missing, creates it, starts it; and takes back what it made when that fails or is stopped.</summary>
internal sealed class ContainerMaker(
    IDockerEngine engine, ImageReference image, ContainerSpecification specification, PullPolicy pull, ImagePulls pulls, Func<string, TransferBar> bar)
{
    private static readonly TimeSpan TakeBackLimit = TimeSpan.FromSeconds(10);

    /// <summary>The name that it gets; null where the engine makes one up.</summary>
    public string? Name => specification.Name;

    /// <summary>Makes the container and writes it.</summary>
    public Task MakeAsync(WorkItem item, bool start, CancellationToken cancel) => BeginAsync(
        item,
        async (id, idFile) =>
        {
            if (start)
            {
                await engine.Containers.StartAsync(id, cancel).ConfigureAwait(false);
            }

            idFile?.Write(id);
            var target = new ContainerTarget(engine, id, specification.Name, about: null);
            if (await target.ReadAsync(cancel).ConfigureAwait(false) is { } made)
            {
                item.Write(made);
            }
            else
            {
                // It has ended and removed itself already.
                item.Verbose($"The container {id} has ended, and was removed.");
            }

            return true;
        },
        cancel);

    /// <summary>Makes the container, holds on to its streams, and starts it.</summary>
    /// <param name="item">Who warns.</param>
    /// <param name="input">Its standard input is written to.</param>
    /// <param name="detachKeys">The keys at which the engine lets go; null for its own.</param>
    /// <param name="cancel">Takes it back.</param>
    public Task<(string Id, string Name, IProcessStream Stream)> StartHeldAsync(WorkItem item, bool input, DetachKeys? detachKeys, CancellationToken cancel) => BeginAsync(
        item,
        async (id, idFile) =>
        {
            var name = specification.Name ?? (await engine.Containers.InspectAsync(id, size: false, cancel).ConfigureAwait(false)).Name;
            var attach = new AttachSpecification { Tty = specification.Tty, Input = input, Removed = specification.AutoRemove, DetachKeys = detachKeys };
            var stream = await engine.Processes.AttachAsync(id, attach, cancel).ConfigureAwait(false);
            try
            {
                await engine.Containers.StartAsync(id, cancel).ConfigureAwait(false);
                idFile?.Write(id);
                return (id, name, stream);
            }
            catch
            {
                stream.Dispose();
                throw;
            }
        },
        cancel);

    /// <summary>Makes the container and follows it to its end. A stop kills it.</summary>
    public async Task RunAsync(WorkItem item, CommandShape shape, CancellationToken cancel)
    {
        var (id, name, stream) = await StartHeldAsync(item, shape.Input is not null, detachKeys: null, cancel).ConfigureAwait(false);
        try
        {
            await new CommandRun(item, shape).FollowAsync(stream, name, engine, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await KillAsync(id).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes the container and leaves it to the caller, who takes it back where it is not wanted.</summary>
    public async Task<CreatedContainer> CreateAsync(WorkItem item, CancellationToken cancel)
    {
        if (pull == PullPolicy.Always)
        {
            await PullAsync(item, cancel).ConfigureAwait(false);
        }

        var created = await CreateOrPullAsync(item, cancel).ConfigureAwait(false);
        foreach (var warning in created.Warnings)
        {
            item.Warn(warning);
        }

        return created;
    }

    private async Task<T> BeginAsync<T>(WorkItem item, Func<string, ContainerIdFile?, Task<T>> begin, CancellationToken cancel)
    {
        using var idFile = ContainerIdFile.Claim(specification.IdFile);
        var created = await CreateAsync(item, cancel).ConfigureAwait(false);
        try
        {
            cancel.ThrowIfCancellationRequested();
            return await begin(created.ContainerId, idFile).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await TakeBackAsync(created.ContainerId).ConfigureAwait(false);
            throw;
        }
        catch (DockerException failure)
        {
            var kept = await TakeBackAsync(created.ContainerId).ConfigureAwait(false);
            throw new DockerException(failure.Error, failure.Message.TrimEnd('.') + ". " + (kept ?? "The container that was created for it was removed again."), failure)
            { StatusCode = failure.StatusCode, Engine = failure.Engine, Remedy = failure.Remedy };
        }
    }

    private async Task<CreatedContainer> CreateOrPullAsync(WorkItem item, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            // Not to be cancelled: whether the engine made the container would not be known.
            return await engine.Containers.CreateAsync(specification, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.ImageNotFound && pull == PullPolicy.Missing)
        {
            await PullAsync(item, cancel).ConfigureAwait(false);
            return await engine.Containers.CreateAsync(specification, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Task PullAsync(WorkItem item, CancellationToken cancel) => pulls.OnceAsync(engine.Endpoint.Name + " " + image, async () =>
    {
        using var progress = bar($"Pulling {image}");
        try
        {
            var login = pulls.Logins.TryFor(image.Registry, item.Warn);
            await PullRetry.RunAsync(
                () => engine.Images.PullAsync(image, specification.Platform, progress, cancel, login), PullRetry.Usual, item.Warn, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (pull == PullPolicy.Missing)
        {
            throw new DockerException(failure.Error, $"The engine {engine.Endpoint.Name} has no image {image}, and can't pull it: {failure.Message}", failure)
            { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    });

    // Nobody follows it any more, and nobody can be told: what can't be killed goes on.
    private async Task KillAsync(string containerId)
    {
        using var limit = new CancellationTokenSource(TakeBackLimit);
        try
        {
            await engine.Containers.KillAsync(containerId, signal: null, limit.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is DockerException or OperationCanceledException)
        {
            // It has ended by itself, or the engine is gone.
        }
    }

    /// <summary>Removes the container again.</summary>
    /// <returns>Null when it is gone; otherwise a sentence that names what is left.</returns>
    private async Task<string?> TakeBackAsync(string containerId)
    {
        using var limit = new CancellationTokenSource(TakeBackLimit);
        try
        {
            await engine.Containers.RemoveAsync(containerId, force: true, volumes: true, limit.Token).ConfigureAwait(false);
            return null;
        }
        catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
        {
            return null;
        }
        catch (Exception failure) when (failure is DockerException or OperationCanceledException)
        {
            return $"The container that was created for it, {containerId}, is left: {failure.Message}";
        }
    }
}
