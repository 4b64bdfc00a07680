namespace DockerPS.Shell.Commands.Objects;

/// <summary>The answer of Measure-Object about text; what was not asked for is null.</summary>
public sealed class TextMeasurement
{
    public int? Lines { get; init; }

    public int? Words { get; init; }

    public int? Characters { get; init; }

    public string? Property { get; init; }
}
