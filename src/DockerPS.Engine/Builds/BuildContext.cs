using System;
using System.IO;

namespace DockerPS.Builds;

/// <summary>What is sent to be built.</summary>
internal sealed class BuildContext
{
    /// <summary>The Dockerfile's path in the context; null for the builder's default.</summary>
    public string? DockerfileName { get; init; }

    /// <summary>The Dockerfile, where it is at hand; null where only the builder will see it.</summary>
    public Dockerfile? Dockerfile { get; init; }

    /// <summary>Writes the archive and tells how many bytes of files have gone; null where nothing is sent.</summary>
    public Action<Stream, Action<long>>? Write { get; init; }

    /// <summary>How many bytes there are; 0 where it is not known.</summary>
    public long Length { get; init; }

    /// <summary>What the user should know before.</summary>
    public string? Warning { get; init; }
}
