using System;

namespace DockerPS.Engine;

/// <summary>How items are copied from and to containers.</summary>
public sealed class ItemCopyOptions
{
    /// <summary>Owners are kept, or set to the container's user, as far as the account may.</summary>
    public bool Archive { get; init; }

    /// <summary>A source that is a link stands for what it points to.</summary>
    public bool FollowLink { get; init; }

    /// <summary>It is one of several sources: the target must be a folder.</summary>
    public bool Several { get; init; }

    /// <summary>Gets each file with long runs of zeros, which the engine writes in full; null for nobody.</summary>
    public Action<SparseFile>? Sparse { get; init; }

    /// <summary>Gets each entry that was refused because it would have left the target.</summary>
    public Action<DockerException> Refused { get; init; } = failure => throw failure;
}
