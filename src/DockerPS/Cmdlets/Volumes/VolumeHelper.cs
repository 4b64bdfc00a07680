using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>
/// A container that has a volume mounted, so that the engine lets its content be read and written. For that it is not started, so any image will do; it is removed whatever happens.
/// </summary>
internal static class VolumeHelper
{
    /// <summary>Where the volume is mounted: nothing of an image is there.</summary>
    public const string Folder = "/" + FolderName;

    /// <summary>The name of that folder, under the container's root.</summary>
    public const string FolderName = "dockerps-volume";

    private const int ImageAttempts = 5;

    private static readonly TimeSpan s_removalLimit = TimeSpan.FromSeconds(10);

    /// <summary>Does something with a volume, by the id of the container that has it.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="volume">The volume, which is there.</param>
    /// <param name="image">The image of the container; null for the smallest that is there.</param>
    /// <param name="readOnly">The volume is only read.</param>
    /// <param name="work">What is done.</param>
    /// <param name="cancel">Ends it; the container is removed all the same.</param>
    /// <param name="script">What its shell would do, were it started.</param>
    public static async Task UseAsync(
        IDockerEngine engine, string volume, ImageReference? image, bool readOnly, Func<string, Task> work, CancellationToken cancel, string script = "")
    {
        ContainerSpecification Specification(string of) => new()
        {
            Image = of,
            Entrypoint = [""],
            Command = ["sh", "-c", script],
            User = "0:0",
            Mounts = [new Mount($"type=volume,source={volume},target={Folder},volume-nocopy{(readOnly ? ",readonly" : "")}")],
            Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["dockerps.helper"] = "volume" },
        };
        cancel.ThrowIfCancellationRequested();

        // Not to be cancelled: whether the engine made the container would not be known.
        var made = await CreateAsync(engine, image, Specification, cancel).ConfigureAwait(false);
        try
        {
            cancel.ThrowIfCancellationRequested();
            await work(made.ContainerId).ConfigureAwait(false);
        }
        finally
        {
            await RemoveAsync(engine, made.ContainerId).ConfigureAwait(false);
        }
    }

    // Any image may be gone by then, and another one does as well.
    private static async Task<CreatedContainer> CreateAsync(
        IDockerEngine engine, ImageReference? image, Func<string, ContainerSpecification> specification, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var chosen = image?.ToString() ?? await AnyImageAsync(engine, cancel).ConfigureAwait(false);
            try
            {
                return await engine.Containers.CreateAsync(specification(chosen), CancellationToken.None).ConfigureAwait(false);
            }
            catch (DockerException failure) when (image is null && failure.Error == DockerError.ImageNotFound && attempt < ImageAttempts)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private static async Task<string> AnyImageAsync(IDockerEngine engine, CancellationToken cancel)
    {
        var images = await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false);
        return images.OrderBy(image => image.Size).FirstOrDefault()?.ImageId ?? throw new DockerException(
            DockerError.ImageNotFound, $"The engine {engine.Endpoint.Name} has no image, and a volume is reached through a container of one.")
        {
            Engine = engine.Endpoint.Name,
            Remedy = "Install-ContainerImage pulls an image: any will do, it is not started.",
        };
    }

    private static async Task RemoveAsync(IDockerEngine engine, string container)
    {
        using var limit = new CancellationTokenSource(s_removalLimit);
        try
        {
            await engine.Containers.RemoveAsync(container, force: true, volumes: true, limit.Token).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
        {
            // Somebody else was quicker.
        }
        catch (OperationCanceledException failure)
        {
            throw new DockerException(DockerError.Timeout, $"The container {container}, through which the volume was reached, could not be removed in time, and is left.", failure);
        }
    }
}
