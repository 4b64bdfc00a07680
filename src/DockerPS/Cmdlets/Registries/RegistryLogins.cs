using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Registries;

/// <summary>The logins that one command may use: the session's own, then those that the docker command keeps. Made on the pipeline's thread, asked on any.</summary>
internal sealed class RegistryLogins
{
    private readonly SessionLogins _session = SessionLogins.Current;
    private readonly ConcurrentDictionary<string, Lazy<RegistryLogin?>> _kept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The login for a registry; null where there is none.</summary>
    /// <param name="registry">The registry, in any form.</param>
    /// <exception cref="DockerException">The file or the helper that keeps logins can't be used.</exception>
    public RegistryLogin? For(string registry) => _session.Find(registry)
        ?? _kept.GetOrAdd(registry, name => new Lazy<RegistryLogin?>(() => EngineLoader.Connector.Credentials.Find(name))).Value;

    /// <summary>As <see cref="For(string)"/>; where the logins that are kept can't be read, that is said, and nobody is logged in: a public image needs no login.</summary>
    public RegistryLogin? TryFor(string registry, Action<string> warn)
    {
        try
        {
            return For(registry);
        }
        catch (DockerException failure)
        {
            warn($"No login is shown to {registry}. {failure.Message}");
            return null;
        }
    }

    /// <summary>All logins, as the docker command gives them to a build; what can't be read is said and left out.</summary>
    public IReadOnlyList<RegistryLogin> TryAll(Action<string> warn)
    {
        var registries = _session.List().ToList();
        try
        {
            registries.AddRange(EngineLoader.Connector.Credentials.List());
        }
        catch (DockerException failure)
        {
            warn($"Logins that are kept are not shown. {failure.Message}");
        }

        return registries.Select(registry => registry.Registry).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(registry => TryFor(registry, warn)).OfType<RegistryLogin>().ToList();
    }
}
