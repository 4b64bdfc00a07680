using System;

namespace DockerPS;

/// <summary>Whether an engine answers, and if not, why.</summary>
public sealed class EngineStatus
{
    /// <summary>The engine: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The address that was tried; null where none could be found out.</summary>
    public Uri? Address { get; init; }

    /// <summary>What named the address: a parameter, a variable, a context, the platform.</summary>
    public string? Source { get; init; }

    /// <summary>The engine answered.</summary>
    public bool Reachable { get; init; }

    /// <summary>The engine's product and version.</summary>
    public string? Server { get; init; }

    /// <summary>The newest API version that the engine speaks.</summary>
    public Version? ApiVersion { get; init; }

    /// <summary>The API version that is spoken with it.</summary>
    public Version? UsedApiVersion { get; init; }

    /// <summary>The system that its containers run on.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>How long the answer took.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>What is wrong, as a stable name; null where nothing is.</summary>
    public DockerError? Error { get; init; }

    /// <summary>What is wrong, in words.</summary>
    public string? Problem { get; init; }

    /// <summary>What would mend it.</summary>
    public string? Remedy { get; init; }

    /// <summary>All places where the address was looked for, in their order, with what stands there and which one decided.</summary>
    public EndpointSource[] Sources { get; init; } = [];

    /// <summary>The engine's name.</summary>
    public override string ToString() => Engine;
}
