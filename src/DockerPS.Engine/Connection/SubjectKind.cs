namespace DockerPS.Connection;

/// <summary>The kinds of things that requests are about.</summary>
internal enum SubjectKind
{
    Engine,
    Container,
    Image,
    Network,
    Volume,

    /// <summary>A path in a container.</summary>
    Path,
}
