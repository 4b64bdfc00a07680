using System;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;

namespace DockerPS;

/// <summary>
/// What a user typed, as far as PowerShell kept it. PowerShell reads an argument that looks like a number as one: 1.10 is the double 1.1, 12e4 is 120000, 0123 is 123.
/// Where such an argument stands alone, and its text differs from the number's own, PowerShell keeps the text on the argument's PSObject; in an array or a variable it is lost.
/// </summary>
internal static class ArgumentText
{
    /// <summary>
    /// The exact text of a string, a character, or a number that still carries what was typed; null for all else.
    /// So null for a number says: the text is lost, or was the number's own (<c>80</c> typed alone looks like <c>0080</c> from an array).
    /// </summary>
    public static string? TextOf(object? value)
    {
        var given = Base(value);
        if (given is string text)
        {
            return text;
        }

        if (given is char letter)
        {
            return new string(letter, 1);
        }

        if (value is not PSObject wrapped || !IsNumber(given))
        {
            return null;
        }

        // A PSObject shows the kept text in place of its number's own; there is no public property for it.
        var shown = wrapped.ToString(format: null, CultureInfo.InvariantCulture);
        return string.Equals(shown, new PSObject(given!).ToString(format: null, CultureInfo.InvariantCulture), StringComparison.Ordinal) ? null : shown;
    }

    /// <summary>Whether it is a whole number: leading zeros, a hexadecimal prefix or a suffix may be lost, the value is not.</summary>
    public static bool IsInteger(object? value) =>
        Base(value) is sbyte or byte or short or ushort or int or uint or long or ulong;

    /// <summary>Whether it is a number of any kind.</summary>
    public static bool IsNumber(object? value) => IsInteger(value) || Base(value) is float or double or decimal;

    /// <summary>The text of a whole number: what was typed, or else its decimal digits.</summary>
    public static string IntegerText(object value) => TextOf(value) ?? Convert.ToString(Base(value), CultureInfo.InvariantCulture)!;

    /// <summary>
    /// The text of a value in a hashtable: text, whole numbers, and values that have one text only. Null for null.
    /// A double is refused, because <c>1.10</c> in a hashtable is 1.1; and a boolean, which programs write in different ways.
    /// </summary>
    /// <exception cref="FormatException">The value has no sure text.</exception>
    public static string? OfEntry(object? value, string what)
    {
        if (Base(value) is not { } given)
        {
            return null;
        }

        return TextOf(value) ?? given switch
        {
            _ when IsInteger(given) => IntegerText(given),
            decimal or Guid or Version or IPAddress or Enum => Convert.ToString(given, CultureInfo.InvariantCulture),
            Uri address => address.OriginalString,
            double or float => throw new FormatException($"{what}: {Lost(given)}"),
            bool or SwitchParameter => throw new FormatException($"{what}: a boolean has no sure text: quote it, as 'true' or '1'."),
            _ => throw new FormatException($"{what}: text is expected, not {NameOf(given)}."),
        };
    }

    /// <summary>Why a number can't stand for text.</summary>
    public static string Lost(object number) =>
        $"PowerShell read this as the number {Convert.ToString(Base(number), CultureInfo.InvariantCulture)}, and what was typed is lost: quote it.";

    /// <summary>What kind of thing a value is, in a user's words.</summary>
    public static string NameOf(object? value) => Base(value) switch
    {
        null => "nothing",
        bool or SwitchParameter => "a boolean",
        ScriptBlock => "a script block",
        PSCustomObject => "a custom object",
        IDictionary => "a hashtable",
        IEnumerable => "a list",
        var other => "a value of type " + other.GetType().FullName,
    };

    private static object? Base(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
