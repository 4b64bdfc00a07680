using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>A volume that is to be made. What is null is left to the engine.</summary>
public sealed class VolumeSpecification
{
    /// <summary>The name; null lets the engine make one up.</summary>
    public string? Name { get; init; }

    /// <summary>The driver that keeps it.</summary>
    public string? Driver { get; init; }

    /// <summary>Options for the driver.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
