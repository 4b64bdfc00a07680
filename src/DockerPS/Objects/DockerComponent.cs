namespace DockerPS;

/// <summary>A part of an engine.</summary>
public sealed class DockerComponent
{
    /// <summary>Its name, such as <c>containerd</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The state of its source; empty where it does not say.</summary>
    public string GitCommit { get; init; } = "";

    /// <summary>Name and version.</summary>
    public override string ToString() => Name + " " + Version;
}
