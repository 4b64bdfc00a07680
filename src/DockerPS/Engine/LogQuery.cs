namespace DockerPS.Engine;

/// <summary>Which part of a log is wanted.</summary>
public sealed class LogQuery
{
    /// <summary>Goes on with what comes, until the container ends.</summary>
    public bool Follow { get; init; }

    /// <summary>Only so many lines from the end; null for all.</summary>
    public int? Tail { get; init; }

    /// <summary>Unix seconds with fraction: only what is not older; null for all.</summary>
    public string? Since { get; init; }

    /// <summary>Unix seconds with fraction: only what is older; null for all.</summary>
    public string? Until { get; init; }

    /// <summary>Standard output is wanted.</summary>
    public bool StandardOutput { get; init; } = true;

    /// <summary>Standard error is wanted.</summary>
    public bool StandardError { get; init; } = true;

    /// <summary>Asks the engine for times; text alone comes faster without.</summary>
    public bool Timestamps { get; init; } = true;
}
