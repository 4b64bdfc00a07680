using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>The door in the wall: finds endpoints as the docker command does, and gives the engine behind one.</summary>
public interface IEngineConnector
{
    /// <summary>Finds an endpoint; contacts nothing.</summary>
    /// <param name="engine">A context's name or an address; null for the one that the docker command would use.</param>
    /// <exception cref="DockerException">The address is malformed, or there is no such context.</exception>
    EngineEndpoint Resolve(string? engine);

    /// <summary>Tells all places where an endpoint is looked for, and which decides; contacts nothing.</summary>
    /// <param name="engine">A context's name or an address; null for none.</param>
    IReadOnlyList<EndpointSource> Search(string? engine);

    /// <summary>Makes an endpoint of what a user said of a connection; reads the files that it names, contacts nothing.</summary>
    /// <param name="connection">What was said.</param>
    /// <exception cref="DockerException">The address is malformed, a file can't be read, or one excludes the other.</exception>
    EngineEndpoint Describe(EngineConnection connection);

    /// <summary>The docker command's contexts.</summary>
    IContextStore Contexts { get; }

    /// <summary>The engine at an endpoint: one for each address in the process, whoever asks. Contacts nothing yet.</summary>
    /// <param name="endpoint">Where it is.</param>
    IDockerEngine Connect(EngineEndpoint endpoint);

    /// <summary>The logins to registries that the docker command keeps.</summary>
    ICredentialStore Credentials { get; }

    /// <summary>Asks registries directly.</summary>
    IRegistryClient RegistryClient { get; }
}
