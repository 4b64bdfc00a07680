using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with registries.</summary>
public interface IRegistryOperations
{
    /// <summary>Has the engine show a login to its registry: <c>POST /auth</c>.</summary>
    /// <returns>The login to keep: a token in the password's place where the registry gave one.</returns>
    Task<RegistryLogin> LoginAsync(RegistryLogin login, CancellationToken cancel);

    /// <summary>Searches a registry: <c>GET /images/search</c>.</summary>
    /// <param name="term">What is searched for, with a registry before it where that is not Docker Hub.</param>
    /// <param name="limit">The most results; null for the engine's own limit.</param>
    /// <param name="filters">The engine's filters, by its own names.</param>
    /// <param name="login">What the registry is shown; null for nothing.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<IReadOnlyList<ContainerImageSearchResult>> SearchAsync(
        string term, int? limit, IReadOnlyDictionary<string, IReadOnlyList<string>> filters, RegistryLogin? login, CancellationToken cancel);
}
