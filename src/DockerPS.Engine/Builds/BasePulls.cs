using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>
/// Has the engine pull what BuildKit will need. BuildKit asks its client, in a session, for what a registry wants to see, be it a login or the token that Docker Hub gives to anybody.
/// The engine pulls with a login as it always does, and what the engine has BuildKit does not ask for.
/// </summary>
internal sealed class BasePulls(IImageOperations images)
{
    /// <param name="bases">The images.</param>
    /// <param name="specification">The build: with <c>Pull</c> all are pulled, otherwise those that are not there.</param>
    /// <param name="progress">Hears of the pulls; null for nobody.</param>
    /// <param name="cancel">Ends a pull.</param>
    public async Task RunAsync(IReadOnlyList<BaseImage> bases, BuildSpecification specification, Action<BuildEvent>? progress, CancellationToken cancel)
    {
        foreach (var one in bases)
        {
            var platform = one.Platform ?? specification.Platform;
            if (specification.Pull || !await IsThereAsync(one.Image, platform, cancel).ConfigureAwait(false))
            {
                progress?.Invoke(new BuildEvent { Kind = BuildEventKind.Started, Text = $"Pulling {one.Image}" });
                await images.PullAsync(one.Image, platform, progress is null ? null : new Passed(one.Image, progress), cancel, specification.Login?.Invoke(one.Image.Registry))
                    .ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> IsThereAsync(ImageReference image, string? platform, CancellationToken cancel)
    {
        try
        {
            var found = await images.InspectAsync(image.ToString(), cancel).ConfigureAwait(false);
            var parts = platform?.Split('/') ?? [];
            return parts.Length < 2 || (found.Os == parts[0] && found.Architecture == parts[1] && (parts.Length < 3 || found.Variant == parts[2]));
        }
        catch (DockerException failure) when (failure.Error == DockerError.ImageNotFound)
        {
            return false;
        }
    }

    // Not System.Progress, which reports later and on another thread.
    private sealed class Passed(ImageReference image, Action<BuildEvent> progress) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) =>
            progress(new BuildEvent { Kind = BuildEventKind.Pulling, Text = $"Pulling {image}", Current = value.Current, Total = value.Total });
    }
}
