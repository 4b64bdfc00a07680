using System;
using System.Text;
using System.Text.RegularExpressions;

namespace DockerPS.Archives;

/// <summary>
/// One pattern of a <c>.dockerignore</c>. Paths are held against it as docker does it, its oddities too: what needs no regular expression is compared as text.
/// </summary>
internal sealed class IgnorePattern
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(10);

    private readonly Form _form;
    private readonly Regex? _regex;

    /// <summary>Makes a pattern.</summary>
    /// <param name="text">The cleaned text without a <c>!</c>.</param>
    /// <param name="isException">It takes files back in.</param>
    /// <exception cref="FormatException">The pattern is malformed.</exception>
    public IgnorePattern(string text, bool isException)
    {
        Text = text;
        IsException = isException;
        Check(text);
        (_form, var expression) = Translate(text);
        if (_form == Form.Expression)
        {
            try
            {
                _regex = new Regex(expression, RegexOptions.CultureInvariant, MatchLimit);
            }
            catch (ArgumentException failure)
            {
                throw Malformed(text, failure);
            }
        }
    }

    private enum Form
    {
        Exact,
        Beginning,
        End,
        Expression,
    }

    public string Text { get; }

    public bool IsException { get; }

    /// <summary>The text without a last part that stands for anything: <c>/*</c> or <c>/**</c>.</summary>
    public string TextWithoutLastGlob => Text.EndsWith("/**", StringComparison.Ordinal) ? Text.Substring(0, Text.Length - 3)
        : Text.EndsWith("/*", StringComparison.Ordinal) ? Text.Substring(0, Text.Length - 2)
        : Text;

    /// <summary>Whether it means just this path; what is below a folder that it means is another question.</summary>
    /// <param name="path">A path in the context, with slashes.</param>
    public bool Matches(string path) => _form switch
    {
        Form.Exact => path == Text,
        Form.Beginning => path.StartsWith(Text.Substring(0, Text.Length - 2), StringComparison.Ordinal),
        Form.End => path.EndsWith(Text.Substring(2), StringComparison.Ordinal)
            // **/name is name itself too.
            || (Text.Length > 2 && Text[2] == '/' && path == Text.Substring(3)),
        _ => _regex!.IsMatch(path),
    };

    private static (Form Form, string Expression) Translate(string text)
    {
        var form = Form.Exact;
        var expression = new StringBuilder("^");
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '*' && at + 1 < text.Length && text[at + 1] == '*')
            {
                var first = at == 0;
                at++;
                if (at + 1 < text.Length && text[at + 1] == '/')
                {
                    at++;
                }

                if (at + 1 == text.Length)
                {
                    expression.Append(".*");
                    form = form == Form.Exact ? Form.Beginning : Form.Expression;
                }
                else
                {
                    expression.Append("(.*/)?");
                    form = Form.Expression;
                }

                form = first ? Form.End : form;
                continue;
            }

            switch (letter)
            {
                case '*':
                    expression.Append("[^/]*");
                    form = Form.Expression;
                    break;
                case '?':
                    expression.Append("[^/]");
                    form = Form.Expression;
                    break;
                case '\\':
                    // A last backslash was refused before.
                    expression.Append(Regex.Escape(text[++at].ToString()));
                    form = Form.Expression;
                    break;
                case '[' or ']':
                    expression.Append(letter);
                    form = Form.Expression;
                    break;
                case '.' or '+' or '(' or ')' or '|' or '{' or '}' or '$':
                    expression.Append('\\').Append(letter);
                    break;
                default:
                    expression.Append(letter);
                    break;
            }
        }

        return (form, expression.Append("\\z").ToString());
    }

    // What a pattern may look like is decided by Go's path matching, which docker asks first.
    private static void Check(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && ++at == text.Length)
            {
                throw Malformed(text, inner: null);
            }

            if (text[at] == '[' && (at == 0 || text[at - 1] != '\\' || IsEscaped(text, at - 1)))
            {
                at = EndOfClass(text, at + 1);
            }
        }
    }

    private static bool IsEscaped(string text, int backslash) => backslash > 0 && text[backslash - 1] == '\\' && !IsEscaped(text, backslash - 1);

    private static int EndOfClass(string text, int at)
    {
        at += at < text.Length && text[at] == '^' ? 1 : 0;
        for (var ranges = 0; ; ranges++)
        {
            if (at < text.Length && text[at] == ']' && ranges > 0)
            {
                return at;
            }

            at = AfterLetter(text, at);
            if (at < text.Length && text[at] == '-')
            {
                at = AfterLetter(text, at + 1);
            }
        }
    }

    private static int AfterLetter(string text, int at)
    {
        if (at >= text.Length || text[at] is '-' or ']')
        {
            throw Malformed(text, inner: null);
        }

        at += text[at] == '\\' ? 2 : 1;
        return at < text.Length ? at : throw Malformed(text, inner: null);
    }

    private static FormatException Malformed(string text, Exception? inner) => new($"'{text}' is not a pattern: a bracket or a backslash in it has no end.", inner);
}
