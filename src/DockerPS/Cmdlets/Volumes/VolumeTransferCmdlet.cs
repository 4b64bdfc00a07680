using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>A cmdlet that moves the content of volumes, through a container that is made for it and removed again.</summary>
public abstract class VolumeTransferCmdlet : VolumeCmdlet
{
    private static readonly TimeSpan TakeBackLimit = TimeSpan.FromSeconds(10);

    private protected VolumeTransferCmdlet()
    {
    }

    /// <summary>
    /// The image of the container through which the volume is reached, and which is removed in any case. Any image will do: without this it is the smallest one that the engine has. Only to keep
    /// sparse files sparse it must have a shell with <c>dd</c> and <c>truncate</c>, for then a container is started.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference? Image { get; set; }

    /// <summary>Fills a volume, which is made when it is not there; one that was made is removed again when that fails or is stopped.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="volume">The volume.</param>
    /// <param name="item">Gets what is refused on the way.</param>
    /// <param name="fill">Fills it, by the id of a container that has it and in the way that is given.</param>
    /// <param name="cancel">Ends it.</param>
    private protected async Task<ContainerVolume> FillAsync(
        IDockerEngine engine, string volume, WorkItem item, Func<string, ItemCopyOptions, Task> fill, CancellationToken cancel)
    {
        var holes = new Holes();
        var options = new ItemCopyOptions { Archive = true, Refused = item.Fail, Sparse = holes.Add };
        var isNew = await IsMissingAsync(engine, volume, cancel).ConfigureAwait(false);
        var filled = await engine.Volumes.CreateAsync(new VolumeSpecification { Name = volume }, CancellationToken.None).ConfigureAwait(false);
        try
        {
            await VolumeHelper.UseAsync(engine, volume, Image, readOnly: false, helper => fill(helper, options), cancel).ConfigureAwait(false);
            await holes.MakeAsync(engine, volume, Image, item, cancel).ConfigureAwait(false);
            return filled;
        }
        catch when (isNew)
        {
            using var limit = new CancellationTokenSource(TakeBackLimit);
            await engine.Volumes.RemoveAsync(volume, force: true, limit.Token).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Warns where an engine does not tell who owns what is read.</summary>
    private protected static async Task WarnOfOwnersAsync(IDockerEngine engine, string volume, WorkItem item, CancellationToken cancel)
    {
        if ((await engine.PingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            item.Warn($"Podman does not tell by its Docker API who owns the files of {volume}: all are root's in what was read.");
        }
    }

    private static async Task<bool> IsMissingAsync(IDockerEngine engine, string volume, CancellationToken cancel)
    {
        try
        {
            await engine.Volumes.InspectAsync(volume, cancel).ConfigureAwait(false);
            return false;
        }
        catch (DockerException failure) when (failure.Error == DockerError.VolumeNotFound)
        {
            return true;
        }
    }
}
