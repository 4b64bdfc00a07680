using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>
/// The logins that the docker command keeps: in its <c>config.json</c>, or with the helpers that this names. Every call may throw a <see cref="DockerException"/>.
/// </summary>
public interface ICredentialStore
{
    /// <summary>The login for a registry; null where none is kept.</summary>
    /// <param name="registry">The registry, in any form.</param>
    RegistryLogin? Find(string registry);

    /// <summary>Keeps a login, in the place of one that is there.</summary>
    /// <returns>Where it is now.</returns>
    DockerRegistry Store(RegistryLogin login);

    /// <summary>Removes the login for a registry.</summary>
    /// <param name="registry">The registry, in any form.</param>
    /// <returns>Whether one was kept.</returns>
    bool Erase(string registry);

    /// <summary>All that are kept, without their secrets.</summary>
    IReadOnlyList<DockerRegistry> List();
}
