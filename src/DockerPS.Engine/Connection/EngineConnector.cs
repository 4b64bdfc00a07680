using System;
using System.Collections.Concurrent;
using DockerPS.Engine;
using DockerPS.Registries;

namespace DockerPS.Connection;

/// <summary>Finds endpoints, and keeps one engine for each address in the process.</summary>
public sealed class EngineConnector : IEngineConnector
{
    // Only connections are shared between runspaces: an engine here holds no state that a user could set.
    private static readonly ConcurrentDictionary<string, DockerEngine> Connected = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public EngineEndpoint Resolve(string? engine) => EndpointResolver.Resolve(engine);

    /// <inheritdoc/>
    public IDockerEngine Connect(EngineEndpoint endpoint) =>
        // Two contexts may name one address: each keeps its own name on its objects. What DOCKER_API_VERSION asks for may change within a session.
        Connected.GetOrAdd(
            endpoint.Address.OriginalString + "\n" + endpoint.Name + "\n" + Environment.GetEnvironmentVariable("DOCKER_API_VERSION"), _ => new DockerEngine(endpoint));

    /// <inheritdoc/>
    public ICredentialStore Credentials { get; } = new CredentialStore();

    /// <inheritdoc/>
    public IRegistryClient RegistryClient { get; } = new RegistryClient();
}
