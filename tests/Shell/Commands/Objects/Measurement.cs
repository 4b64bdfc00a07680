namespace DockerPS.Shell.Commands.Objects;

/// <summary>The answer of Measure-Object; what was not asked for is null.</summary>
public sealed class Measurement
{
    public int Count { get; init; }

    public double? Average { get; init; }

    public double? Sum { get; init; }

    public object? Maximum { get; init; }

    public object? Minimum { get; init; }

    public string? Property { get; init; }
}
