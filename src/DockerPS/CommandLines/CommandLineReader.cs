using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace DockerPS.CommandLines;

/// <summary>
/// Parts lines into words as a shell does: quotes, escapes, comments, and lines that go on behind a backslash, a backtick or a caret. Variables and the current folder are
/// filled in; what else a shell would do with a line is refused.
/// </summary>
/// <param name="text">The lines.</param>
/// <param name="variable">Gives an environment variable; null where there is none.</param>
/// <param name="location">The current folder.</param>
internal sealed class CommandLineReader(string text, Func<string, string?> variable, string location)
{
    private const char None = '\0';

    private static readonly Regex Substitution = new(
        @"\G\$(?:env:(?<name>[A-Za-z_]\w*)|\{env:(?<name>[A-Za-z_]\w*)\}|\{(?<name>[A-Za-z_]\w*)\}|(?<name>[A-Za-z_]\w*)|(?<folder>\(\s*pwd\s*\))|(?<other>[\{\(0-9@*#?$!'-][^\s""]*))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Drive = new(@"(\A|[=,])[A-Za-z]:[^,=]*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private readonly List<IReadOnlyList<string>> _commands = [];
    private readonly StringBuilder _word = new();
    private List<string> _words = [];
    private bool _inWord;
    private int _at;

    /// <summary>The text ends within quotes, or its last line goes on.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>The quote that is open at the end; null where none is.</summary>
    public char? OpenQuote { get; private set; }

    private char Next => _at + 1 < text.Length ? text[_at + 1] : None;

    /// <summary>Reads the lines; each one that is a command gives its words.</summary>
    /// <exception cref="FormatException">A shell would do more with the line than to part it.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Read()
    {
        for (; _at < text.Length; _at++)
        {
            ReadLetter(text[_at]);
        }

        EndCommand();
        return _commands;
    }

    private void ReadLetter(char letter)
    {
        switch (letter)
        {
            case '\n':
                EndCommand();
                break;
            case ' ' or '\t' or '\r':
                EndWord();
                break;
            case '#' when !_inWord:
                _at = EndOfLine() - 1;
                break;
            case '\\' or '`' or '^' when GoesOn(out var end):
                IsUnfinished = end >= text.Length;
                _at = end;
                break;
            case '\\':
                ReadEscape();
                break;
            case '`':
                ReadBacktick();
                break;
            case '\'':
                ReadUntil('\'');
                break;
            case '"':
                ReadUntil('"');
                break;
            case '$':
                Substitute();
                break;
            case '|' or '&' or ';' or '<' or '>' or '(' or ')':
                throw new FormatException($"'{letter}' is for the shell: a line has one command and nothing else. Quote it if it belongs to a word.");
            default:
                Add(letter);
                break;
        }
    }

    // Only in a path of Windows a backslash before a letter is one: a shell would drop it.
    private void ReadEscape()
    {
        if (char.IsLetterOrDigit(Next) && Drive.IsMatch(_word.ToString()))
        {
            Add('\\');
            return;
        }

        Add(text[++_at]);
    }

    // PowerShell's escape where it stands before what needs one; otherwise what a shell of Unix would run.
    private void ReadBacktick()
    {
        if (Next is '"' or '$' or '`' or '\'' or ' ')
        {
            Add(text[++_at]);
            return;
        }

        var end = text.IndexOf('`', _at + 1);
        var inside = end < 0 ? text.Substring(_at + 1) : text.Substring(_at + 1, end - _at - 1);
        Add(inside.Trim() == "pwd" ? location : throw Refused("`" + inside + "`"));
        _at = end;
    }

    private void ReadUntil(char quote)
    {
        _inWord = true;
        for (_at++; _at < text.Length && text[_at] != quote; _at++)
        {
            var letter = text[_at];
            if (quote == '\'')
            {
                Add(letter);
            }
            else if (letter is '\\' or '`' && GoesOn(out var end))
            {
                _at = end;
            }
            else if (letter == '\\' && Next is '"' or '\\' or '$' or '`')
            {
                Add(text[++_at]);
            }
            else if (letter == '`')
            {
                ReadBacktick();
            }
            else if (letter == '$')
            {
                Substitute();
            }
            else
            {
                Add(letter);
            }
        }

        if (_at >= text.Length)
        {
            (IsUnfinished, OpenQuote) = (true, quote);
        }
    }

    private void Substitute()
    {
        var match = Substitution.Match(text, _at);
        if (!match.Success)
        {
            Add('$');
            return;
        }

        if (match.Groups["other"].Success)
        {
            throw Refused(match.Value);
        }

        var name = match.Groups["name"].Value;
        Add(name.Length == 0 || name.Equals("PWD", StringComparison.OrdinalIgnoreCase)
            ? location
            : variable(name) ?? throw new FormatException($"There is no environment variable {name}, which {match.Value} stands for. Set it, or put single quotes around what is meant as it is."));
        _at += match.Length - 1;
    }

    /// <summary>The line ends behind this letter, and goes on with the next one.</summary>
    private bool GoesOn(out int end)
    {
        end = _at + 1;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
        {
            end++;
        }

        return end >= text.Length || text[end] == '\n';
    }

    private int EndOfLine() => text.IndexOf('\n', _at) is >= 0 and var end ? end : text.Length;

    private void Add(char letter)
    {
        _inWord = true;
        _word.Append(letter);
    }

    private void Add(string letters)
    {
        _inWord = true;
        _word.Append(letters);
    }

    private void EndWord()
    {
        if (_inWord)
        {
            _words.Add(_word.ToString());
            _word.Clear();
            _inWord = false;
        }
    }

    private void EndCommand()
    {
        EndWord();
        if (_words.Count > 0)
        {
            _commands.Add(_words);
            _words = [];
        }
    }

    private static FormatException Refused(string what) =>
        new($"{what} is for a shell, which is not run here: write what it would give, or put single quotes around it if it is meant as it is.");
}
