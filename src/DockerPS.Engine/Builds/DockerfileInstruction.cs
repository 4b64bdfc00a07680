using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Builds;

/// <summary>One instruction of a Dockerfile, its continued lines joined.</summary>
/// <param name="Line">The number of its first line, from 1.</param>
/// <param name="Keyword">In capitals: <c>RUN</c>.</param>
/// <param name="Flags">Its flags with their values: <c>--from=build</c>.</param>
/// <param name="Arguments">What follows the flags.</param>
/// <param name="HereDocuments">The ends of the here-documents that it begins, whose lines follow it.</param>
internal sealed record DockerfileInstruction(
    int Line, string Keyword, IReadOnlyList<string> Flags, string Arguments, IReadOnlyList<HereDocument> HereDocuments)
{
    private static readonly char[] s_space = [' ', '\t'];

    private static readonly string[] s_takesHereDocuments = ["RUN", "COPY", "ADD"];

    /// <summary>Reads an instruction.</summary>
    /// <param name="text">Its lines, joined.</param>
    /// <param name="line">The number of the first.</param>
    public static DockerfileInstruction Parse(string text, int line)
    {
        var (keyword, rest) = Cut(text);
        keyword = keyword.ToUpperInvariant();
        while (keyword == "ONBUILD")
        {
            (keyword, rest) = Cut(rest);
            keyword = keyword.ToUpperInvariant();
        }

        var flags = new List<string>();
        while (rest.StartsWith("--", StringComparison.Ordinal))
        {
            (var flag, rest) = Cut(rest);
            flags.Add(flag);
        }

        var documents = Array.IndexOf(s_takesHereDocuments, keyword) >= 0 ? HereDocument.Find(rest) : [];
        return new(line, keyword, flags, rest, documents);
    }

    /// <summary>A flag's value; null where the flag is missing.</summary>
    /// <param name="name">The name with its dashes.</param>
    public string? Flag(string name) => Flags.Where(flag => flag == name || flag.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(flag => flag.Length > name.Length ? flag.Substring(name.Length + 1) : "")
        .LastOrDefault();

    private static (string First, string After) Cut(string text)
    {
        text = text.Trim(s_space);
        var end = text.IndexOfAny(s_space);
        return end < 0 ? (text, "") : (text.Substring(0, end), text.Substring(end).Trim(s_space));
    }
}
