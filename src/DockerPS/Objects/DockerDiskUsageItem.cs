using System;

namespace DockerPS;

/// <summary>A thing that takes room on an engine.</summary>
public sealed class DockerDiskUsageItem
{
    /// <summary>Its kind.</summary>
    public DockerResourceKind Kind { get; init; }

    /// <summary>Its id; a volume's name.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name; of a piece of the build cache what it was made by.</summary>
    public string Name { get; init; } = "";

    /// <summary>Bytes that it takes by itself; null where they could not be measured.</summary>
    public long? Size { get; init; }

    /// <summary>Bytes that it shares with others of its kind; null where that means nothing.</summary>
    public long? SharedSize { get; init; }

    /// <summary>When it was made, in local time; null where the engine does not say.</summary>
    public DateTime? Created { get; init; }

    /// <summary>When it was used last, in local time; null where the engine does not say.</summary>
    public DateTime? LastUsed { get; init; }

    /// <summary>It is in use.</summary>
    public bool Active { get; init; }

    /// <summary>The engine: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The name.</summary>
    public override string ToString() => Name.Length > 0 ? Name : Id;
}
