using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using DockerPS.Connection.Contexts;
using DockerPS.Engine;
using DockerPS.Registries;

namespace DockerPS.Connection;

/// <summary>Finds endpoints, and keeps one engine for each address in the process.</summary>
public sealed class EngineConnector : IEngineConnector
{
    // Only connections are shared between runspaces: an engine here holds no state that a user could set.
    private static readonly ConcurrentDictionary<string, DockerEngine> Connected = new(StringComparer.Ordinal);

    static EngineConnector() => Rehearsal.Begin();

    /// <inheritdoc/>
    public EngineEndpoint Resolve(string? engine) => EndpointResolver.Resolve(engine);

    /// <inheritdoc/>
    public EngineEndpoint Describe(EngineConnection connection) => ConnectionReader.Read(connection);

    /// <inheritdoc/>
    public IReadOnlyList<EndpointSource> Search(string? engine) => EndpointSearch.List(engine);

    /// <inheritdoc/>
    public IContextStore Contexts { get; } = new ContextOperations();

    /// <inheritdoc/>
    public IDockerEngine Connect(EngineEndpoint endpoint) =>
        // Two contexts may name one address: each keeps its own name on its objects. What DOCKER_API_VERSION asks for may change within a session.
        Connected.GetOrAdd(
            Key(endpoint), _ => new DockerEngine(endpoint));

    /// <inheritdoc/>
    public ICredentialStore Credentials { get; } = new CredentialStore();

    /// <inheritdoc/>
    public IRegistryClient RegistryClient { get; } = new RegistryClient();

    private static string Key(EngineEndpoint endpoint) => string.Join(
        "\n",
        endpoint.Address.OriginalString,
        endpoint.Name,
        Environment.GetEnvironmentVariable("DOCKER_API_VERSION"),
        endpoint.Tls?.Identity,
        endpoint.Credential?.UserName,
        endpoint.Credential?.Password);
}
