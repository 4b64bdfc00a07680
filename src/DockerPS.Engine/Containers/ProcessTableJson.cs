using System;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>The answer to <c>GET /containers/{id}/top</c>.</summary>
internal sealed class ProcessTableJson
{
    private static readonly char[] Spaces = [' ', '\t'];

    public string[]? Titles { get; set; }

    public string[][]? Processes { get; set; }

    public ProcessTable ToTable()
    {
        var titles = Titles ?? [];
        var rows = Processes ?? [];

        // What Podman has of a container's own ps it hands on line by line.
        return titles.Length == 1 && titles[0].IndexOfAny(Spaces) >= 0
            ? Split(titles[0].Split(Spaces, StringSplitOptions.RemoveEmptyEntries), rows)
            : new ProcessTable(titles, rows);
    }

    // The command stands last, and has spaces of its own.
    private static ProcessTable Split(string[] titles, string[][] rows) =>
        new(titles, [.. rows.Where(row => row.Length > 0).Select(row => Columns(row[0], titles.Length))]);

    private static string[] Columns(string line, int count)
    {
        var columns = new string[count];
        var rest = line.Trim(Spaces);
        for (var i = 0; i < count; i++)
        {
            var end = i < count - 1 ? rest.IndexOfAny(Spaces) : -1;
            columns[i] = end < 0 ? rest : rest.Substring(0, end);
            rest = end < 0 ? "" : rest.Substring(end).TrimStart(Spaces);
        }

        return columns;
    }
}
