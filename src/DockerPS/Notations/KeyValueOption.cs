using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>An option with a value: <c>key=value</c>, or <c>key</c> alone. A hashtable gives one for each entry: <c>@{ 'max-size' = '10m'; 'max-file' = 3 }</c>.</summary>
[TypeConverter(typeof(KeyValueOptionConverter))]
public sealed class KeyValueOption : Notation<KeyValueOption>
{
    internal const string Form = "An option is key=value, or a key alone.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>max-size=10m</c>; the value is taken as it stands.</param>
    /// <exception cref="FormatException">The key is empty.</exception>
    public KeyValueOption(string text)
    {
        var equals = text.IndexOf('=');
        Key = equals < 0 ? text : text.Substring(0, equals);
        Value = equals < 0 ? null : text.Substring(equals + 1);
        if (Key.Length == 0)
        {
            throw new FormatException($"The key of the option '{text}' is empty. {Form}");
        }
    }

    /// <summary>The key; it is not empty.</summary>
    public string Key { get; }

    /// <summary>The value; null where there is no equals sign.</summary>
    public string? Value { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>max-size=10m</c>.</param>
    /// <param name="option">The option.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out KeyValueOption? option) => TryMake(text, static text => new(text), out option);

    /// <inheritdoc/>
    public override string ToString() => Value is null ? Key : Key + "=" + Value;
}
