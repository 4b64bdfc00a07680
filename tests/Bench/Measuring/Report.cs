using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DockerPS.Bench.Measuring;

/// <summary>Writes findings down.</summary>
internal static class Report
{
    private static readonly string[] Heads = ["DockerPS", "against", "ratio", "limit", "holds", "runs", "spread"];

    /// <summary>For a console.</summary>
    public static string Table(IReadOnlyList<Finding> findings)
    {
        var rows = findings.Select(finding => (string[])[finding.Engine, .. Cells(finding)]).Prepend(["engine", .. Heads]).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return text.ToString();
    }

    /// <summary>For docs/benchmarks.md.</summary>
    public static string Markdown(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder(
            """
            # Benchmarks

            What DockerPS takes, as a ratio to what it is held against: the docker command of the engine's own version, or a bare read of the
            same answer. Below 1 is faster than that. Each number is a ratio of medians (of differences where it says ms); the contestants run
            in turn, in one process that is warm, on one machine with two processors, so what else the machine does meets all of them alike. The
            limits are set for Docker 28; 20.10 stands beside it.

            - The docker command writes to a file, or to nothing; its start counts, as it does for who uses it.
            - A bare read takes the same answer over the same socket and looks at nothing in it.
            - Logs go from `Get-ContainerLog` to `$null`, as objects or as text.
            - Imports and first commands are each in a new `pwsh` process.
            - The spread is that of the side that varies more: how wide the middle half of its times lies, as a share of their median. Where it
              is large the machine had much else to do: ratios bear some of that, milliseconds none.

            `tests/Bench` made this file, and makes it anew:

                dotnet build -c Release
                dotnet tests/Engines/bin/Release/net10.0/DockerPS.Tests.Engines.dll cage -- dotnet tests/Bench/bin/Release/net10.0/DockerPS.Bench.dll --markdown docs/benchmarks.md

            """.ReplaceLineEndings("\n"));
        foreach (var engine in findings.GroupBy(finding => finding.Engine, StringComparer.Ordinal))
        {
            text.Append("\n## Docker ").Append(engine.Key).Append("\n\n");
            AppendRow(text, Heads);
            AppendRow(text, [.. Heads.Select(_ => "---")]);
            foreach (var finding in engine)
            {
                AppendRow(text, [.. Cells(finding).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))]);
            }
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string[] Cells(Finding finding) =>
    [
        finding.What, finding.Against, finding.ValueText, finding.LimitText, finding.HoldsText,
        finding.Runs.ToString(System.Globalization.CultureInfo.InvariantCulture), finding.SpreadText,
    ];
}
