using System;
using System.IO;

namespace DockerPS.Tests.Cmdlets.Images.Builds;

/// <summary>A context: what is in the folder, and its <c>.dockerignore</c>.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Rules">The <c>.dockerignore</c>; null for none.</param>
/// <param name="Tree">A path a file; with a slash behind a folder; <c>path -> target</c> a link; <c>path =700</c> with these permissions.</param>
internal sealed record ContextCase(string Name, string? Rules, params string[] Tree)
{
    private static readonly DateTime s_time = new(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc);

    /// <summary>Makes the folder below another.</summary>
    public string Write(string below)
    {
        var root = Directory.CreateDirectory(Path.Combine(below, Name)).FullName;
        WriteFile(Path.Combine(root, "Dockerfile"), "FROM scratch\nCOPY . /ctx/\n");
        if (Rules is not null)
        {
            WriteFile(Path.Combine(root, ".dockerignore"), Rules);
        }

        foreach (var line in Tree)
        {
            WriteItem(root, line);
        }

        return root;
    }

    private static void WriteFile(string path, string text)
    {
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, s_time);
    }

    private static void WriteItem(string root, string line)
    {
        var link = line.Split(" -> ");
        var mode = link[0].Split(" =");
        var path = Path.Combine(root, mode[0]);
        Directory.CreateDirectory(Path.GetDirectoryName(path.TrimEnd('/'))!);
        if (link.Length > 1)
        {
            File.CreateSymbolicLink(path, link[1]);
        }
        else if (path.EndsWith('/'))
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            WriteFile(path, mode[0]);
        }

        if (mode.Length > 1)
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode[1], 8));
        }
    }
}
