using System;
using System.Collections.Generic;

namespace DockerPS.Archives;

/// <summary>Paths with slashes, as archives and rule files have them.</summary>
internal static class SlashPath
{
    /// <summary>The shortest path that means the same, by its text alone: no empty parts, no <c>.</c>, and <c>..</c> only at the beginning. Nothing is <c>.</c>.</summary>
    public static string Clean(string path)
    {
        var rooted = path is ['/', ..];
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count > 0 && parts[parts.Count - 1] != "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                case ".." when rooted:
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        var clean = string.Join("/", parts);
        return rooted ? "/" + clean : clean.Length == 0 ? "." : clean;
    }
}
