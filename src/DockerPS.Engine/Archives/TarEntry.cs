using System.Collections.Generic;

namespace DockerPS.Archives;

/// <summary>One entry of a tar archive without its content.</summary>
internal sealed record TarEntry
{
    /// <summary>The path with slashes; a folder's ends with one.</summary>
    public required string Name { get; init; }

    public required TarEntryKind Kind { get; init; }

    /// <summary>The length of the content; 0 for all but files.</summary>
    public long Size { get; init; }

    /// <summary>The permission bits with those for set-user-id, set-group-id and sticky.</summary>
    public int Mode { get; init; }

    public long UserId { get; init; }

    public long GroupId { get; init; }

    public string UserName { get; init; } = "";

    public string GroupName { get; init; } = "";

    /// <summary>Seconds since 1970.</summary>
    public long Modified { get; init; }

    /// <summary>Where a link points to; empty for all others.</summary>
    public string LinkName { get; init; } = "";

    public long DeviceMajor { get; init; }

    public long DeviceMinor { get; init; }

    /// <summary>What else the archive says of it, such as extended attributes, by its name there.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Others { get; init; } = [];
}
