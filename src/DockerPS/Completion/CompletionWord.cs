using System;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DockerPS.Completion;

/// <summary>The word under the cursor: what was typed of it, and the quotes it was begun with.</summary>
internal sealed class CompletionWord
{
    private readonly char _quote;

    public CompletionWord(string? typed)
    {
        var text = typed ?? "";
        if (text.Length > 0 && IsQuote(text[0]))
        {
            _quote = text[0] is '"' or '\u201C' or '\u201D' or '\u201E' ? '"' : '\'';
            text = text.Substring(1);
            text = text.Length > 0 && IsQuote(text[text.Length - 1]) ? text.Substring(0, text.Length - 1) : text;
            text = _quote == '\'' ? text.Replace("''", "'") : text.Replace("`", "");
        }

        Text = text;
    }

    private CompletionWord(string text, char quote)
    {
        Text = text;
        _quote = quote;
    }

    /// <summary>What was typed, without quotes.</summary>
    public string Text { get; }

    /// <summary>The same word, as if only this had been typed of it.</summary>
    public CompletionWord With(string text) => new(text, _quote);

    /// <summary>Whether a text begins as the word does; case does not count, and wildcards mean what they do elsewhere.</summary>
    public bool Fits(string text) => WildcardPattern.ContainsWildcardCharacters(Text)
        ? WildcardPattern.Get(Text + "*", WildcardOptions.IgnoreCase).IsMatch(text)
        : text.StartsWith(Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text as it may stand in the command line, in the quotes that were begun, or in some where it needs them.</summary>
    public string Quote(string text) => _quote switch
    {
        '"' => '"' + text.Replace("`", "``").Replace("\"", "`\"").Replace("$", "`$") + '"',
        '\'' => "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'",
        _ when IsPlain(text) => text,
        _ => "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'",
    };

    // PowerShell's own parser says what a word means: alone and between commas, where numbers and keywords have other meanings than elsewhere.
    private static bool IsPlain(string text)
    {
        var script = Parser.ParseInput("x " + text + " " + text + "," + text, out _, out var errors);
        return errors.Length == 0
            && script.EndBlock.Statements.Count == 1
            && script.EndBlock.Statements[0] is PipelineAst { PipelineElements: { Count: 1 } elements }
            && elements[0] is CommandAst { Redirections.Count: 0, CommandElements: { Count: 3 } words }
            && IsBare(words[1], text)
            && words[2] is ArrayLiteralAst { Elements: { Count: 2 } items }
            && IsBare(items[0], text)
            && IsBare(items[1], text);
    }

    private static bool IsBare(Ast word, string text) =>
        word is StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } bare && bare.Value == text;

    private static bool IsQuote(char character) => character is '\'' or '"' or (>= '\u2018' and <= '\u201E');
}
