using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>How an image is made of a container.</summary>
public sealed class ContainerCommit
{
    /// <summary>The image's name with its tag; null for an image without a name.</summary>
    public ImageReference? Image { get; init; }

    /// <summary>Who made it.</summary>
    public string? Author { get; init; }

    /// <summary>What was done.</summary>
    public string? Message { get; init; }

    /// <summary>Lines of a Dockerfile that change the image's settings.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The container's processes are frozen meanwhile.</summary>
    public bool Pause { get; init; }
}
