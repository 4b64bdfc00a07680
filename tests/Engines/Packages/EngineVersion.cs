using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Tests.Engines;

/// <summary>A Docker version that tests know: where Debian has it, and the API that it speaks.</summary>
public sealed record EngineVersion
{
    private EngineVersion(string name, string apiVersion, params string[] suites)
    {
        Name = name;
        ApiVersion = apiVersion;
        Suites = suites;
    }

    /// <summary>Docker 20.10, from the machine's own Debian 12.</summary>
    public static EngineVersion V2010 { get; } = new("20.10", "1.41");

    public static EngineVersion V2601 { get; } = new("26.1", "1.45", "trixie");

    public static EngineVersion V2805 { get; } = new("28.5", "1.51", "sid", "forky");

    /// <summary>Podman, from the machine's own Debian 12, by its Docker API. Only by wish: it lacks much that tests ask for.</summary>
    public static EngineVersion Podman { get; } = new("podman", "1.41");

    /// <summary>Docker's versions, oldest first.</summary>
    public static IReadOnlyList<EngineVersion> All { get; } = [V2010, V2601, V2805];

    public string Name { get; }

    public string ApiVersion { get; }

    /// <summary>The Debian suites to look in, in this order; none for the one that is installed on the machine itself.</summary>
    public IReadOnlyList<string> Suites { get; }

    public static EngineVersion Parse(string name) =>
        All.Append(Podman).FirstOrDefault(version => string.Equals(version.Name, name, StringComparison.Ordinal))
        ?? throw new FormatException($"'{name}' is no engine version known here: {string.Join(", ", All)}, {Podman}.");

    public override string ToString() => Name;
}
