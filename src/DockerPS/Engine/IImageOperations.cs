using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with images.</summary>
public interface IImageOperations
{
    /// <summary>Lists images, an item for each tag: <c>GET /images/json</c>.</summary>
    Task<IReadOnlyList<ContainerImage>> ListAsync(ImageQuery query, CancellationToken cancel);

    /// <summary>Pulls an image: <c>POST /images/create</c>. The first failure that the engine reports throws.</summary>
    /// <param name="reference">The image with its tag or digest.</param>
    /// <param name="platform">The platform, as <c>os/arch[/variant]</c>; null for the engine's own.</param>
    /// <param name="progress">Gets what has come so far.</param>
    /// <param name="cancel">Ends the pull.</param>
    Task PullAsync(ImageReference reference, string? platform, IProgress<TransferProgress>? progress, CancellationToken cancel);
}
