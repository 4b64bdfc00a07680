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

    /// <summary>For docs/benchmarks.md. What was not measured this time stays as the page has it.</summary>
    public static string Markdown(IReadOnlyList<Finding> findings, string page)
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
            - Ten engines are ten sockets of one, each with a relay before it that holds every answer back for 20 ms, as a wire to another
              town does. Without the relays the ten share this machine's two processors, and only those are measured: that row has no limit.
            - The spread is that of the side that varies more: how wide the middle half of its times lies, as a share of their median. Where it
              is large the machine had much else to do: ratios bear some of that, milliseconds none.

            `tests/Bench` made this file, and makes it anew:

                dotnet build -c Release
                dotnet tests/Engines/bin/Release/net10.0/DockerPS.Tests.Engines.dll cage -- dotnet tests/Bench/bin/Release/net10.0/DockerPS.Bench.dll --markdown docs/benchmarks.md

            """.ReplaceLineEndings("\n"));
        var rows = new OrderedDictionary<(string Engine, string What, string Against), string>();
        foreach (var (engine, row) in RowsOf(page))
        {
            var cells = row.Split(" | ");
            rows[(engine, cells[0].TrimStart('|', ' '), cells[1])] = row;
        }

        foreach (var finding in findings)
        {
            string[] cells = [.. Cells(finding).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))];
            rows[(finding.Engine, cells[0], cells[1])] = Row(cells);
        }

        foreach (var engine in rows.GroupBy(row => row.Key.Engine, row => row.Value, StringComparer.Ordinal))
        {
            text.Append("\n## Docker ").Append(engine.Key).Append("\n\n");
            text.Append(Row(Heads)).Append('\n').Append(Row([.. Heads.Select(_ => "---")])).Append('\n');
            text.AppendJoin('\n', engine).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(string Engine, string Row)> RowsOf(string page)
    {
        const string Title = "## Docker ";
        var engine = "";
        foreach (var line in page.Split('\n'))
        {
            if (line.StartsWith(Title, StringComparison.Ordinal))
            {
                engine = line[Title.Length..];
            }
            else if (line.StartsWith('|') && !line.StartsWith("| ---", StringComparison.Ordinal) && line != Row(Heads))
            {
                yield return (engine, line);
            }
        }
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string[] Cells(Finding finding) =>
    [
        finding.What, finding.Against, finding.ValueText, finding.LimitText, finding.HoldsText,
        finding.Runs.ToString(System.Globalization.CultureInfo.InvariantCulture), finding.SpreadText,
    ];
}
