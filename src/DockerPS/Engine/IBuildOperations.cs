using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does to build images.</summary>
public interface IBuildOperations
{
    /// <summary>Builds an image: <c>POST /build</c>. The first failure that the engine reports throws.</summary>
    /// <remarks>
    /// The classic builder gets the logins for the registries of the base images with the request; all logins where the Dockerfile is not known here. BuildKit would ask its client for them in a
    /// session (<c>POST /session</c>), which there is none of: the engine pulls what the build needs and it lacks before, with the login.
    /// </remarks>
    /// <param name="specification">What to build.</param>
    /// <param name="progress">Called with what happens, as it does, on another thread; null for nobody.</param>
    /// <param name="cancel">Ends the build, on the engine too.</param>
    /// <returns>The new image under its tags; once where it has none.</returns>
    Task<IReadOnlyList<ContainerImage>> BuildAsync(BuildSpecification specification, Action<BuildEvent>? progress, CancellationToken cancel);

    /// <summary>What is in the build cache: a part of <c>GET /system/df</c>.</summary>
    /// <param name="cancel">Ends the call.</param>
    Task<IReadOnlyList<BuildCacheRecord>> CacheAsync(CancellationToken cancel);

    /// <summary>Removes build cache that nothing uses: <c>POST /build/prune</c>.</summary>
    /// <param name="query">What may go.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<ClearedBuildCache> ClearCacheAsync(BuildCacheQuery query, CancellationToken cancel);
}
