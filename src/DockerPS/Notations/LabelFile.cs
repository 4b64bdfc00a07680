using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerPS;

/// <summary>
/// A file of labels, by docker's <c>--label-file</c> rules: a line <c>key=value</c> each; empty lines, lines that begin with <c>#</c>, and keys without an equals sign are skipped;
/// quotes and white space after the equals sign belong to the value.
/// </summary>
public static class LabelFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of a UTF-8 file.</param>
    /// <returns>The labels in the file's order.</returns>
    /// <exception cref="FormatException">A line is wrong: the error has the file's path and the line's number.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IReadOnlyList<Label> Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads what is in a file.</summary>
    /// <param name="stream">UTF-8, with a byte order mark or without.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <returns>The labels in the file's order.</returns>
    /// <exception cref="FormatException">A line is wrong: the error has the name and the line's number.</exception>
    public static IReadOnlyList<Label> Read(Stream stream, string name) =>
        KeyValueFile.Read(stream, name)
            // docker drops a lone key too; a variable's would be looked up, and a label has nothing to look up.
            .Where(line => line.IndexOf('=') >= 0)
            .Select(line => new Label(line))
            .ToList();
}
