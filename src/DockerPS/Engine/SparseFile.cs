using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>A file with long runs of zeros, which need no room on a disk.</summary>
/// <param name="Path">Its path below the container's root, without the first slash.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Modified">Seconds since 1970.</param>
/// <param name="Data">What lies between the runs: the first block and how many, in blocks of 4096 bytes.</param>
public sealed record SparseFile(string Path, long Size, long Modified, IReadOnlyList<(long First, long Count)> Data)
{
    /// <summary>The length of a block.</summary>
    public const int BlockLength = 4096;
}
