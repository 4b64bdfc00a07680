using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace DockerPS;

/// <summary>A label: <c>key=value</c>, or <c>key</c> alone with an empty value. A hashtable gives one for each entry: <c>@{ app = 'web'; tier = 1 }</c>.</summary>
[TypeConverter(typeof(LabelConverter))]
public sealed class Label : Notation<Label>
{
    internal const string Form = "A label is key=value, or a key alone.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>app=web</c>. White space before the key is dropped; the value is taken as it stands.</param>
    /// <exception cref="FormatException">The key is empty or contains white space.</exception>
    public Label(string text)
    {
        var equals = text.IndexOf('=');
        Key = (equals < 0 ? text : text.Substring(0, equals)).TrimStart(' ', '\t');
        Value = equals < 0 ? "" : text.Substring(equals + 1);
        if (Key.Length == 0)
        {
            throw new FormatException($"The key of the label '{text}' is empty. {Form}");
        }

        if (Key.Any(letter => letter is ' ' or '\t'))
        {
            throw new FormatException($"The key '{Key}' contains white space. {Form}");
        }
    }

    /// <summary>The key; it is not empty, and has no white space.</summary>
    public string Key { get; }

    /// <summary>The value; empty where none was given.</summary>
    public string Value { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>app=web</c>.</param>
    /// <param name="label">The label.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Label? label) => TryMake(text, static text => new(text), out label);

    /// <inheritdoc/>
    public override string ToString() => Value.Length == 0 ? Key : Key + "=" + Value;
}
