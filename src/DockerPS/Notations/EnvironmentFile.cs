using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerPS;

/// <summary>
/// A file of environment variables, by docker's <c>--env-file</c> rules: a line <c>NAME=value</c> each; <c>NAME</c> alone takes this session's value, and nothing where it has none;
/// empty lines and lines that begin with <c>#</c> are skipped; quotes and white space after the equals sign belong to the value.
/// </summary>
public static class EnvironmentFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of a UTF-8 file.</param>
    /// <returns>The variables in the file's order, each with a value.</returns>
    /// <exception cref="FormatException">A line is wrong: the error has the file's path and the line's number.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IReadOnlyList<EnvironmentVariable> Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads what is in a file.</summary>
    /// <param name="stream">UTF-8, with a byte order mark or without.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <returns>The variables in the file's order, each with a value.</returns>
    /// <exception cref="FormatException">A line is wrong: the error has the name and the line's number.</exception>
    public static IReadOnlyList<EnvironmentVariable> Read(Stream stream, string name) =>
        KeyValueFile.Read(stream, name)
            .Select(line => new EnvironmentVariable(new EnvironmentVariable(line).ToAssignment()))
            .Where(variable => variable.Value is not null)
            .ToList();
}
