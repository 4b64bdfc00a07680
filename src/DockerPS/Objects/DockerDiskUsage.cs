namespace DockerPS;

/// <summary>How many bytes one kind of things takes on an engine.</summary>
public sealed class DockerDiskUsage
{
    /// <summary>The kind.</summary>
    public DockerResourceKind Kind { get; init; }

    /// <summary>How many there are.</summary>
    public int Count { get; init; }

    /// <summary>How many of them are in use: containers that run; images and volumes that a container has, running or not.</summary>
    public int Active { get; init; }

    /// <summary>Bytes of all of them; what images share counts once.</summary>
    public long Size { get; init; }

    /// <summary>Bytes that would be free without those that are not in use.</summary>
    public long Reclaimable { get; init; }

    /// <summary>Each of them.</summary>
    public DockerDiskUsageItem[] Items { get; init; } = [];

    /// <summary>The engine: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The kind.</summary>
    public override string ToString() => Kind.ToString();
}
