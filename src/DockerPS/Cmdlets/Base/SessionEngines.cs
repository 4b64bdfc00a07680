using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using DockerPS.Engine;

namespace DockerPS.Cmdlets;

/// <summary>
/// The engines that a session connected itself to. They belong to the runspace: several runbooks, or pieces of ForEach-Object -Parallel, run in one process and must not
/// see each other's.
/// </summary>
internal sealed class SessionEngines
{
    private static readonly ConditionalWeakTable<Runspace, SessionEngines> Sessions = new();

    private readonly List<EngineEndpoint> _connected = [];

    /// <summary>Those of the session that this thread runs; only on the pipeline's thread.</summary>
    public static SessionEngines Current => Runspace.DefaultRunspace is { } runspace ? Sessions.GetOrCreateValue(runspace) : new SessionEngines();

    /// <summary>In the order of their coming.</summary>
    public IReadOnlyList<EngineEndpoint> Connected => _connected;

    /// <summary>The one that commands use that name none; null where the engine is found as the docker command finds it.</summary>
    public EngineEndpoint? Default { get; private set; }

    /// <summary>The endpoint that a name or an address means in this session; contacts nothing.</summary>
    /// <param name="engine">A connection's name, a context's name or an address; null for the session's default.</param>
    public EngineEndpoint Resolve(string? engine) =>
        (string.IsNullOrEmpty(engine) ? Default : Find(engine!)) ?? EngineLoader.Connector.Resolve(engine);

    /// <summary>Tells all places where an engine is looked for, and which decides; contacts nothing.</summary>
    public IReadOnlyList<EndpointSource> Search(string? engine)
    {
        const string Place = "Connect-DockerEngine";
        var others = EngineLoader.Connector.Search(engine);
        var found = string.IsNullOrEmpty(engine) ? Default : Find(engine!);
        var own = new EndpointSource
        {
            Source = Place,
            Value = found?.Name,
            Endpoint = found?.Address,
            Chosen = found is not null,
            Why = found is not null ? "the session is connected to it" : _connected.Count == 0 ? "the session made no connection" : "no connection of the session is meant",
        };
        return [own, .. found is null ? others : others.Select(other => other.Chosen ? other.PassedOver(Place) : other)];
    }

    /// <summary>Adds a connection; one of the same name is replaced.</summary>
    public void Add(EngineEndpoint endpoint, bool isDefault)
    {
        var wasDefault = Remove(endpoint.Name);
        _connected.Add(endpoint);
        if (isDefault || wasDefault)
        {
            Default = endpoint;
        }
    }

    /// <summary>Removes a connection.</summary>
    /// <returns>Whether it was the session's default.</returns>
    public bool Remove(string name)
    {
        if (Find(name) is not { } known)
        {
            return false;
        }

        _connected.Remove(known);
        if (Default != known)
        {
            return false;
        }

        Default = null;
        return true;
    }

    public EngineEndpoint? Find(string name) => _connected.FirstOrDefault(endpoint => string.Equals(endpoint.Name, name, StringComparison.OrdinalIgnoreCase));
}
