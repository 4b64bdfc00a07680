using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>The engine's answer to a creation.</summary>
public sealed class CreatedContainer
{
    /// <summary>Makes the answer.</summary>
    /// <param name="containerId">The new container's full id.</param>
    /// <param name="warnings">What the engine warns of.</param>
    public CreatedContainer(string containerId, IReadOnlyList<string> warnings)
    {
        ContainerId = containerId;
        Warnings = warnings;
    }

    /// <summary>The new container's full id.</summary>
    public string ContainerId { get; }

    /// <summary>What the engine warns of.</summary>
    public IReadOnlyList<string> Warnings { get; }
}
