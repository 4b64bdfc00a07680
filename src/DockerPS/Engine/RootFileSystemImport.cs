using System.Collections.Generic;
using System.IO;

namespace DockerPS.Engine;

/// <summary>A root file system of which an image is to be made: an archive, or an address that the engine fetches it from.</summary>
public sealed class RootFileSystemImport
{
    /// <summary>The archive; null where the engine fetches it.</summary>
    public Stream? Archive { get; init; }

    /// <summary>How many bytes the archive has; null where that is not known.</summary>
    public long? Length { get; init; }

    /// <summary>Where the engine fetches it; null where the archive is given.</summary>
    public string? Address { get; init; }

    /// <summary>The image's name with its tag; null for none.</summary>
    public ImageReference? Image { get; init; }

    /// <summary>Instructions of a Dockerfile that say how containers begin.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The image's comment; null for the engine's own.</summary>
    public string? Message { get; init; }

    /// <summary>The platform, as <c>os/arch[/variant]</c>; null for the engine's own.</summary>
    public string? Platform { get; init; }
}
