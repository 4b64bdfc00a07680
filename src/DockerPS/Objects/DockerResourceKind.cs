namespace DockerPS;

/// <summary>Kinds of things that take room on an engine.</summary>
public enum DockerResourceKind
{
    /// <summary>Containers: what they wrote over their images.</summary>
    Container,

    /// <summary>Networks, which take no bytes.</summary>
    Network,

    /// <summary>Images.</summary>
    Image,

    /// <summary>Volumes.</summary>
    Volume,

    /// <summary>What builds keep for the next build.</summary>
    BuildCache,
}
