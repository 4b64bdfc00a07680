using System;
using System.Text.RegularExpressions;

namespace DockerPS.Shell.Commands.Text;

/// <summary>A line in which Select-String found something.</summary>
public sealed class MatchInfo
{
    internal MatchInfo(string path, int lineNumber, string line, string pattern, Match[] matches)
    {
        Path = path;
        LineNumber = lineNumber;
        Line = line;
        Pattern = pattern;
        Matches = matches;
    }

    public string Path { get; }

    public int LineNumber { get; }

    public string Line { get; }

    public string Pattern { get; }

    public Match[] Matches { get; }

    /// <summary>What the engine's view of a match shows.</summary>
    public string ToEmphasizedString(string directory) =>
        Path.StartsWith(directory, StringComparison.Ordinal) ? ToString()[directory.Length..].TrimStart('/', '\\') : ToString();

    public override string ToString() => Path == "InputStream" ? Line : $"{Path}:{LineNumber}:{Line}";
}
