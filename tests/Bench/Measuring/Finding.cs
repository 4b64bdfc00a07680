using System;
using System.Globalization;

namespace DockerPS.Bench.Measuring;

/// <summary>One line of the table: a number that compares, and what it may be.</summary>
internal sealed record Finding
{
    /// <summary>The engine's version.</summary>
    public required string Engine { get; init; }

    /// <summary>What is measured.</summary>
    public required string What { get; init; }

    /// <summary>What it is held against.</summary>
    public required string Against { get; init; }

    /// <summary>A ratio, or where <see cref="Unit"/> says so something else.</summary>
    public required double Value { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>How often each side ran.</summary>
    public required int Runs { get; init; }

    /// <summary>How far the times of the side that varies more lie apart: their middle half as a share of the median.</summary>
    public double? Spread { get; init; }

    /// <summary>The most that <see cref="Value"/> may be; null where no limit is set.</summary>
    public double? Limit { get; init; }

    /// <summary>Null where no limit is set.</summary>
    public bool? Holds => Limit is { } limit ? Value <= limit : null;

    public string ValueText => Number(Value);

    public string LimitText => Limit is { } limit ? "at most " + Number(limit) : "";

    public string SpreadText => Spread?.ToString("P0", CultureInfo.InvariantCulture) ?? "";

    public string HoldsText => Holds switch { true => "yes", false => "no", null => "" };

    /// <summary>How two contestants' medians compare.</summary>
    public static Finding Ratio(string engine, Contestant ours, Contestant other, double? limit) => new()
    {
        Engine = engine,
        What = ours.Name,
        Against = other.Name,
        Value = ours.Median / other.Median,
        Runs = Math.Min(ours.Runs, other.Runs),
        Spread = Math.Max(ours.Spread, other.Spread),
        Limit = limit,
    };

    /// <summary>How long a contestant takes by itself.</summary>
    public static Finding Time(string engine, Contestant ours, double? limit) => new()
    {
        Engine = engine,
        What = ours.Name,
        Against = "",
        Value = ours.Median,
        Unit = " ms",
        Runs = ours.Runs,
        Spread = ours.Spread,
        Limit = limit,
    };

    /// <summary>How much longer a contestant takes than another.</summary>
    public static Finding Difference(string engine, Contestant ours, Contestant other, double? limit) =>
        Ratio(engine, ours, other, limit) with { Value = ours.Median - other.Median, Unit = " ms more" };

    /// <summary>How much higher the heap rose with the larger of two amounts; what passes through in pieces lets it rise no further.</summary>
    public static Finding Memory(string engine, string what, string against, double low, double high, double? limit)
    {
        Console.WriteLine($"  {what}: at most {high:0.0} MB of objects, {low:0.0} MB with {against}");
        return new Finding
        {
            Engine = engine,
            What = $"memory of {what}",
            Against = against,
            Value = high - low,
            Unit = " MB more",
            Runs = MemoryPeak.Runs,
            Limit = limit,
        };
    }

    private string Number(double value) => value.ToString(Unit.Length == 0 ? "0.00" : "0.#", CultureInfo.InvariantCulture) + Unit;
}
