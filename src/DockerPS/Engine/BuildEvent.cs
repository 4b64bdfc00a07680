namespace DockerPS.Engine;

/// <summary>Something that happened in a build.</summary>
public sealed class BuildEvent
{
    /// <summary>What it is.</summary>
    public BuildEventKind Kind { get; init; }

    /// <summary>The step's name, the line that it wrote, the warning, or what is on its way.</summary>
    public string Text { get; init; } = "";

    /// <summary>The step's own number among those of its stage, from 1; 0 where it has none.</summary>
    public int Step { get; init; }

    /// <summary>How many steps are done, of all stages.</summary>
    public int StepsDone { get; init; }

    /// <summary>How many steps there are, as far as it is known.</summary>
    public int Steps { get; init; }

    /// <summary>Bytes that have gone or come.</summary>
    public long Current { get; init; }

    /// <summary>Bytes in all; 0 where it is not known.</summary>
    public long Total { get; init; }
}
