using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>Asks registries directly, from this machine.</summary>
public interface IRegistryClient
{
    /// <summary>Lists a repository's tags: <c>GET /v2/{name}/tags/list</c>, page after page.</summary>
    /// <param name="repository">The repository; a tag or digest does not count.</param>
    /// <param name="login">What the registry is shown where it asks; null for nothing.</param>
    /// <param name="insecure">Plain HTTP, and certificates that nobody vouches for, are taken too. For this machine's own addresses plain HTTP always is.</param>
    /// <param name="page">Gets the tags of each page as it comes, on another thread; false ends the list.</param>
    /// <param name="cancel">Ends the call.</param>
    Task ListTagsAsync(ImageReference repository, RegistryLogin? login, bool insecure, Func<IReadOnlyList<string>, bool> page, CancellationToken cancel);
}
