using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>
/// Makes the words of a command out of what PowerShell's binder collected: one array alone is the list of words; an array among other words was one word with commas,
/// which PowerShell took apart, and is joined again.
/// </summary>
internal static class CommandWords
{
    /// <summary>The words.</summary>
    /// <param name="list">What was bound to <c>-Command</c>; null for nothing.</param>
    /// <param name="typed">The remaining arguments behind it; null for none.</param>
    /// <exception cref="FormatException">A word was read as a number, and its text is lost.</exception>
    public static string[] Of(object[]? list, object[]? typed)
    {
        if ((list ?? typed) is [var only] && (list is null || typed is null) && Base(only) is IList words)
        {
            (list, typed) = (words.Cast<object>().ToArray(), null);
        }

        return
        [
            .. (list ?? []).Select(piece => Base(piece) is IList parts ? Joined(parts) : Word(piece)),
            .. (typed ?? []).Select(piece => Base(piece) is IList parts ? Joined(parts) : TypedWord(piece)),
        ];
    }

    private static string Joined(IList parts) => string.Join(",", parts.Cast<object>().Select(Word));

    // Of a number that is an argument of its own PowerShell keeps the text where it differs from the number's: without one the number's own was typed. In a list it is lost.
    private static string TypedWord(object? piece) => piece is not PSObject && ArgumentText.IsNumber(piece)
        ? Convert.ToString(piece, CultureInfo.InvariantCulture)!
        : Word(piece);

    private static string Word(object? piece)
    {
        if (ArgumentText.TextOf(piece) is { } text)
        {
            return text;
        }

        return Base(piece) switch
        {
            null => "",
            { } value when ArgumentText.IsInteger(value) => ArgumentText.IntegerText(value),
            { } value when ArgumentText.IsNumber(value) => throw new FormatException($"-Command: {ArgumentText.Lost(value)}"),
            IDictionary or ScriptBlock => throw new FormatException($"-Command: a word is text, not {ArgumentText.NameOf(piece)}. Quote what stands in braces."),
            { } value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
    }

    private static object? Base(object? piece) => piece is PSObject wrapped ? wrapped.BaseObject : piece;
}
