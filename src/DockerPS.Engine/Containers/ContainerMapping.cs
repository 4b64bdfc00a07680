using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Containers;

/// <summary>Makes the objects that cmdlets emit of the engine's answers.</summary>
internal static class ContainerMapping
{
    public static ContainerEndpoint[] Endpoints(Dictionary<string, EndpointJson?>? networks) => networks is { Count: > 0 }
        ? networks.Select(network => (network.Value ?? new EndpointJson()).ToEndpoint(network.Key)).ToArray()
        : [];

    /// <summary>A name without the slash that the engine puts before it.</summary>
    public static string Plain(string name) => name.TrimStart('/');

    /// <summary>
    /// A container's own name. A link gives it a second one, with the other container's before it: web/db. A name of its own has no slash.
    /// </summary>
    public static string OwnName(string[] names) => Array.Find(names, name => name.IndexOf('/') < 0) ?? (names.Length > 0 ? names[0] : "");
}
