using System;

namespace DockerPS.Engine;

/// <summary>The ways to write a registry's name.</summary>
public static class RegistryName
{
    /// <summary>Docker Hub, in images' names.</summary>
    public const string Hub = "docker.io";

    private const string HubAddress = "https://index.docker.io/v1/";

    /// <summary>A registry as it stands in images' names: host and port, <c>docker.io</c> for Docker Hub's several names and for nothing.</summary>
    /// <param name="text">A host, or an address as docker's files have it.</param>
    public static string Normalize(string? text)
    {
        var name = (text ?? "").Trim();
        var scheme = name.IndexOf("://", StringComparison.Ordinal);
        name = scheme < 0 ? name : name.Substring(scheme + 3);
        var slash = name.IndexOf('/');
        name = slash < 0 ? name : name.Substring(0, slash);
        return name is "" or Hub or "index.docker.io" or "registry-1.docker.io" or "www.docker.io" ? Hub : name;
    }

    /// <summary>What docker's files and helpers know a registry by: its host, and an old address for Docker Hub.</summary>
    /// <param name="registry">The registry, in any form.</param>
    public static string ServerAddress(string registry) => Normalize(registry) is var name && name == Hub ? HubAddress : name;
}
