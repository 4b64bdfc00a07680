using System;

namespace DockerPS.Engine;

/// <summary>What an engine says of itself on a ping.</summary>
public sealed class EngineGreeting
{
    /// <summary>Makes a greeting.</summary>
    /// <param name="apiVersion">The newest API version that the engine speaks.</param>
    /// <param name="usedApiVersion">The version that is spoken with it.</param>
    /// <param name="server">The engine's product and version.</param>
    /// <param name="operatingSystem">The system its containers run on.</param>
    /// <param name="builder">The builder it prefers: 1 classic, 2 BuildKit; null where it does not say.</param>
    public EngineGreeting(Version apiVersion, Version usedApiVersion, string? server, string? operatingSystem, string? builder)
    {
        ApiVersion = apiVersion;
        UsedApiVersion = usedApiVersion;
        Server = server;
        OperatingSystem = operatingSystem;
        Builder = builder;
    }

    /// <summary>The newest API version that the engine speaks.</summary>
    public Version ApiVersion { get; }

    /// <summary>The version that is spoken with it.</summary>
    public Version UsedApiVersion { get; }

    /// <summary>The engine's product and version, such as <c>Docker/28.5.2 (linux)</c>.</summary>
    public string? Server { get; }

    /// <summary>It is Podman, which answers as Docker does but for some of what it counts and waits for.</summary>
    public bool IsPodman => Server?.StartsWith("Libpod/", StringComparison.Ordinal) ?? false;

    /// <summary>Its containers are Windows's.</summary>
    public bool IsWindows => OperatingSystem == "windows";

    /// <summary>The system its containers run on: <c>linux</c> or <c>windows</c>.</summary>
    public string? OperatingSystem { get; }

    /// <summary>The builder it prefers: 1 classic, 2 BuildKit.</summary>
    public string? Builder { get; }
}
