using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerPS.Builds;

/// <summary>What a Dockerfile says, as far as it must be known before it is sent. What is wrong with it the builder says.</summary>
internal sealed class Dockerfile
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(10);

    private static readonly Regex s_directive = new(@"^#\s*(?<name>[a-zA-Z][a-zA-Z0-9]*)\s*=\s*(?<value>.+?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchLimit);

    private static readonly string[] s_buildKitFlags =
        ["--mount", "--network", "--security", "--device", "--chmod", "--link", "--parents", "--exclude", "--checksum", "--keep-git-dir", "--unpack"];

    private Dockerfile(string? syntax, List<DockerfileInstruction> instructions)
    {
        Syntax = syntax;
        Instructions = instructions;
    }

    /// <summary>The image that reads it, from a line <c># syntax=</c>; null for the builder's own.</summary>
    public string? Syntax { get; }

    public IReadOnlyList<DockerfileInstruction> Instructions { get; }

    /// <summary>Some instruction copies all that lies at the context's root.</summary>
    public bool CopiesAll => Instructions.Any(instruction => instruction.Keyword is "COPY" or "ADD"
        && instruction.Flag("--from") is null
        && instruction.Arguments.Trim('[', ']').Split([' ', '\t', ',', '"'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && words.Take(words.Length - 1).Any(word => word.TrimEnd('/') is "" or "." or "*" or "./*" or ".*"));

    /// <summary>Reads a Dockerfile's text.</summary>
    public static Dockerfile Parse(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var directives = lines.Select(line => s_directive.Match(line))
            .TakeWhile(match => match.Success)
            .GroupBy(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var escape = directives.TryGetValue("escape", out var chosen) && chosen == "`" ? '`' : '\\';
        return new(directives.TryGetValue("syntax", out var syntax) ? syntax : null, Read(lines, escape));
    }

    /// <summary>What the classic builder does not know, with its line; null where there is nothing.</summary>
    public string? FirstForBuildKitOnly()
    {
        if (Syntax is not null)
        {
            return $"line 1: '# syntax={Syntax}'";
        }

        foreach (var instruction in Instructions.Where(instruction => instruction.Keyword is "RUN" or "COPY" or "ADD"))
        {
            var flag = instruction.Flags.Select(flag => flag.Split('=')[0]).FirstOrDefault(flag => Array.IndexOf(s_buildKitFlags, flag) >= 0);
            if (flag is not null)
            {
                return $"line {instruction.Line}: {instruction.Keyword} {flag}";
            }

            if (instruction.HereDocuments.Count > 0)
            {
                return $"line {instruction.Line}: {instruction.Keyword} <<{instruction.HereDocuments[0].End}, a here-document";
            }
        }

        return null;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="DockerException">It is not there, or can't be read.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var why = File.Exists(path) ? failure.Message : "there is no such file.";
            throw new DockerException(DockerError.InvalidDockerfile, $"The Dockerfile {path} can't be read: {why}", failure);
        }
    }

    private static List<DockerfileInstruction> Read(List<string> lines, char escape)
    {
        var instructions = new List<DockerfileInstruction>();
        for (var at = 0; at < lines.Count; at++)
        {
            var first = at;
            if (IsEmpty(lines[at]))
            {
                continue;
            }

            var (text, more) = WithoutEscape(lines[at], escape);
            while (more && at + 1 < lines.Count)
            {
                // Comments and empty lines do not end an instruction that goes on.
                if (!IsEmpty(lines[++at]))
                {
                    (var next, more) = WithoutEscape(lines[at], escape);
                    text += next;
                }
            }

            var instruction = DockerfileInstruction.Parse(text, first + 1);
            instructions.Add(instruction);
            foreach (var document in instruction.HereDocuments)
            {
                do
                {
                    at++;
                }
                while (at < lines.Count && !document.IsEnd(lines[at]));
            }
        }

        return instructions;
    }

    private static bool IsEmpty(string line) => line.TrimStart() is var text && (text.Length == 0 || text[0] == '#');

    private static (string Text, bool More) WithoutEscape(string line, char escape)
    {
        var text = line.TrimEnd(' ', '\t');
        return text.Length > 0 && text[text.Length - 1] == escape ? (text.Substring(0, text.Length - 1), true) : (line, false);
    }
}
