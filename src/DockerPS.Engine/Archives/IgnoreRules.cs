using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerPS.Archives;

/// <summary>The rules of a <c>.dockerignore</c>: patterns in order, of which the last that means a path, or a folder above it, decides.</summary>
internal sealed class IgnoreRules
{
    public const string FileName = ".dockerignore";

    private readonly List<IgnorePattern> _patterns;

    private IgnoreRules(List<IgnorePattern> patterns) => _patterns = patterns;

    /// <summary>No rules: nothing is ignored.</summary>
    public static IgnoreRules None { get; } = new([]);

    /// <summary>Some file is taken back in.</summary>
    public bool HasExceptions => _patterns.Exists(pattern => pattern.IsException);

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="FormatException">A pattern is malformed.</exception>
    public static IgnoreRules Parse(string text)
    {
        var patterns = new List<IgnorePattern>();
        using var lines = new StringReader(text.TrimStart('\uFEFF'));
        while (lines.ReadLine() is { } line)
        {
            // A comment begins in the first column.
            if (line is ['#', ..] || line.Trim() is not { Length: > 0 } pattern)
            {
                continue;
            }

            var isException = pattern[0] == '!';
            pattern = isException ? pattern.Substring(1).Trim() : pattern;
            if (pattern.Length == 0)
            {
                throw new FormatException("A '!' stands alone.");
            }

            pattern = SlashPath.Clean(WithSlashes(pattern));
            patterns.Add(new IgnorePattern(pattern.Length > 1 && pattern[0] == '/' ? pattern.Substring(1) : pattern, isException));
        }

        return new(patterns);
    }

    /// <summary>The same rules, and after them one that takes a path back in.</summary>
    public IgnoreRules Without(string path) => new([.. _patterns, new IgnorePattern(Escaped(path), isException: true)]);

    /// <summary>Whether a path is ignored, for itself or for a folder above it.</summary>
    public bool Ignore(string path)
    {
        var ignored = false;
        bool[]? above = null;
        for (var slash = path.IndexOf('/'); ; slash = path.IndexOf('/', slash + 1))
        {
            ignored = Ignore(slash < 0 ? path : path.Substring(0, slash), above, out above);
            if (slash < 0)
            {
                return ignored;
            }
        }
    }

    /// <summary>Whether a path is ignored, with what is known of the folder that it is in.</summary>
    /// <param name="path">The path in the context.</param>
    /// <param name="above">Which patterns mean its folder; null for the context itself.</param>
    /// <param name="own">Which patterns mean it.</param>
    public bool Ignore(string path, bool[]? above, out bool[] own)
    {
        own = new bool[_patterns.Count];
        var ignored = false;
        for (var i = 0; i < own.Length; i++)
        {
            var pattern = _patterns[i];
            var matches = above is not null && above[i];
            if (!matches)
            {
                // One that could not change the result is not asked.
                if (pattern.IsException != ignored)
                {
                    continue;
                }

                matches = pattern.Matches(path);
            }

            own[i] = matches;
            ignored = matches ? !pattern.IsException : ignored;
        }

        return ignored;
    }

    /// <summary>Whether something in an ignored folder may be taken back in.</summary>
    /// <param name="folder">The folder's path in the context.</param>
    /// <param name="wildcards">Exceptions with wildcards count too: BuildKit looks for what they mean everywhere, the classic builder's clients never did.</param>
    public bool MayTakeFrom(string folder, bool wildcards)
    {
        var exceptions = _patterns.Where(pattern => pattern.IsException);
        return wildcards
            ? exceptions.Any(pattern => pattern.TextWithoutLastGlob is var text
                && (HasWildcards(text) || (text + "/").StartsWith(folder + "/", StringComparison.Ordinal)))
            : exceptions.Any(pattern => (pattern.Text + "/").StartsWith(folder + "/", StringComparison.Ordinal));
    }

    private static bool HasWildcards(string text) => text.IndexOfAny(['*', '?', '[', '^']) >= 0;

    private static string WithSlashes(string pattern) => Path.DirectorySeparatorChar == '\\' ? pattern.Replace('\\', '/') : pattern;

    private static string Escaped(string path) =>
        string.Concat(path.Select(letter => letter is '*' or '?' or '[' or ']' or '\\' ? "\\" + letter : letter.ToString()));
}
