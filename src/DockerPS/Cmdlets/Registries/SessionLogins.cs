using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Registries;

/// <summary>The logins of one session, which are written nowhere and go with it.</summary>
internal sealed class SessionLogins
{
    // A process may run several runbooks at a time: what one logs in to is no other's.
    private static readonly ConditionalWeakTable<Runspace, SessionLogins> Sessions = new();

    private readonly ConcurrentDictionary<string, RegistryLogin> _logins = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the session that this thread runs a pipeline of.</summary>
    public static SessionLogins Current => Runspace.DefaultRunspace is { } runspace ? Sessions.GetOrCreateValue(runspace) : new SessionLogins();

    /// <summary>All of them, without their secrets.</summary>
    public IReadOnlyList<DockerRegistry> List() => _logins.Values
        .Select(login => new DockerRegistry { Registry = login.Registry, UserName = login.UserName, Source = DockerRegistrySource.Session })
        .ToList();

    public RegistryLogin? Find(string registry) => _logins.TryGetValue(RegistryName.Normalize(registry), out var login) ? login : null;

    public DockerRegistry Keep(RegistryLogin login)
    {
        _logins[login.Registry] = login;
        return new DockerRegistry { Registry = login.Registry, UserName = login.UserName, Source = DockerRegistrySource.Session };
    }

    public bool Erase(string registry) => _logins.TryRemove(RegistryName.Normalize(registry), out _);
}
