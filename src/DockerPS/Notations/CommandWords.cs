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
    /// <param name="given">What was bound to <c>-Command</c>.</param>
    /// <exception cref="FormatException">A word was read as a number, and its text is lost.</exception>
    public static string[] Of(object[] given)
    {
        var pieces = given.Length == 1 && Base(given[0]) is IList only ? only.Cast<object>().ToArray() : given;
        return pieces.Select(piece => Base(piece) is IList parts ? string.Join(",", parts.Cast<object>().Select(Word)) : Word(piece)).ToArray();
    }

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
