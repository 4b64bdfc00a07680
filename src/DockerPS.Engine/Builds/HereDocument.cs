using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace DockerPS.Builds;

/// <summary>A here-document that an instruction begins: <c>&lt;&lt;EOF</c>, <c>&lt;&lt;-"EOF"</c>.</summary>
/// <param name="End">The line that ends it.</param>
/// <param name="StripsTabs">Tabs before its lines do not count.</param>
internal sealed record HereDocument(string End, bool StripsTabs)
{
    private static readonly Regex s_begin = new(
        """^\d*<<(?<strip>-?)(?:"(?<end>[^"<]+)"|'(?<end>[^'<]+)'|(?<end>[^\s"'<]+))$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    /// <summary>Those that words outside of quotes begin.</summary>
    public static List<HereDocument> Find(string arguments)
    {
        var found = new List<HereDocument>();
        foreach (var word in Words(arguments))
        {
            var match = s_begin.Match(word);
            if (match.Success)
            {
                found.Add(new(match.Groups["end"].Value, match.Groups["strip"].Length > 0));
            }
        }

        return found;
    }

    public bool IsEnd(string line) => (StripsTabs ? line.TrimStart('\t') : line) == End;

    private static IEnumerable<string> Words(string text)
    {
        var begin = -1;
        var quote = '\0';
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : ' ';
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is ' ' or '\t')
            {
                if (begin >= 0)
                {
                    yield return text.Substring(begin, at - begin);
                    begin = -1;
                }

                continue;
            }
            else if (letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter == '\\')
            {
                begin = begin < 0 ? at : begin;
                at++;
                continue;
            }

            begin = begin < 0 ? at : begin;
        }

        if (begin >= 0 && begin < text.Length)
        {
            yield return text.Substring(begin);
        }
    }
}
