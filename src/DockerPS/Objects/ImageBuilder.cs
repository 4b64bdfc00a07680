namespace DockerPS;

/// <summary>Which of an engine's builders builds.</summary>
public enum ImageBuilder
{
    /// <summary>The one that the engine prefers, unless <c>$env:DOCKER_BUILDKIT</c> says 0 or 1.</summary>
    Default,

    /// <summary>BuildKit.</summary>
    BuildKit,

    /// <summary>The classic builder: the only one for Windows containers.</summary>
    Classic,
}
