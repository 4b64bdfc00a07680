using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchOptions
{
    private const string Usage = "Options: --only NAME[,NAME] --runs NUMBER --engine VERSION[,VERSION] --markdown FILE. Benchmarks: ";

    /// <summary>The benchmarks to run; none for all.</summary>
    public IReadOnlyList<string> Only { get; private init; } = [];

    /// <summary>How often each contestant runs; a median of fewer than 25 is for a quick look.</summary>
    public int Runs { get; private init; } = 25;

    /// <summary>The engine that the limits are set for first, the oldest beside it.</summary>
    public IReadOnlyList<EngineVersion> Engines { get; private init; } = [EngineVersion.V2805, EngineVersion.V2010];

    /// <summary>The file that the table goes to as well.</summary>
    public string? Markdown { get; private init; }

    public bool Wants(string benchmark) => Only.Count == 0 || Only.Contains(benchmark, StringComparer.Ordinal);

    public static BenchOptions Parse(string[] arguments, IEnumerable<string> benchmarks)
    {
        var names = benchmarks.ToList();
        var options = new BenchOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw Unknown(arguments[i]);
            options = arguments[i] switch
            {
                "--only" => options with { Only = Names(value) },
                "--runs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0 => options with { Runs = runs },
                "--engine" => options with { Engines = [.. Split(value).Select(EngineVersion.Parse)] },
                "--markdown" => options with { Markdown = value },
                _ => throw Unknown(arguments[i] + " " + value),
            };
        }

        return options;

        List<string> Names(string text)
        {
            var chosen = Split(text).ToList();
            return chosen.TrueForAll(names.Contains) ? chosen : throw Unknown(text);
        }

        FormatException Unknown(string what) => new($"'{what}' is not understood. {Usage}{string.Join(", ", names)}.");
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
