using System;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Makes one container: pulls its image where it is missing, creates it, starts it; and takes back what it made when that fails or is stopped.</summary>
internal sealed class ContainerMaker(
    IDockerEngine engine, ImageReference image, ContainerSpecification specification, PullPolicy pull, ImagePulls pulls, Func<string, TransferBar> bar)
{
    private static readonly TimeSpan TakeBackLimit = TimeSpan.FromSeconds(10);

    public async Task MakeAsync(WorkItem item, bool start, CancellationToken cancel)
    {
        using var idFile = ContainerIdFile.Claim(specification.IdFile);
        if (pull == PullPolicy.Always)
        {
            await PullAsync(cancel).ConfigureAwait(false);
        }

        var created = await CreateAsync(cancel).ConfigureAwait(false);
        foreach (var warning in created.Warnings)
        {
            item.Warn(warning);
        }

        try
        {
            cancel.ThrowIfCancellationRequested();
            if (start)
            {
                await engine.Containers.StartAsync(created.ContainerId, cancel).ConfigureAwait(false);
            }

            idFile?.Write(created.ContainerId);

            var target = new ContainerTarget(engine, created.ContainerId, specification.Name, about: null);
            if (await target.ReadAsync(cancel).ConfigureAwait(false) is { } made)
            {
                item.Write(made);
            }
            else
            {
                // It has ended and removed itself already.
                item.Verbose($"The container {created.ContainerId} has ended, and was removed.");
            }
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

    private async Task<CreatedContainer> CreateAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            // Not to be cancelled: whether the engine made the container would not be known.
            return await engine.Containers.CreateAsync(specification, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.ImageNotFound && pull == PullPolicy.Missing)
        {
            await PullAsync(cancel).ConfigureAwait(false);
            return await engine.Containers.CreateAsync(specification, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Task PullAsync(CancellationToken cancel) => pulls.OnceAsync(engine.Endpoint.Name + " " + image, async () =>
    {
        using var progress = bar($"Pulling {image}");
        try
        {
            await engine.Images.PullAsync(image, specification.Platform, progress, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (pull == PullPolicy.Missing)
        {
            throw new DockerException(failure.Error, $"The engine {engine.Endpoint.Name} has no image {image}, and can't pull it: {failure.Message}", failure)
            { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    });

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
