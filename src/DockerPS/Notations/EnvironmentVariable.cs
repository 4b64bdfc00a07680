using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>
/// A variable for a container's environment: <c>NAME=value</c>, or <c>NAME</c> alone, which takes the value that this session has. A hashtable gives one for each entry: <c>@{ A = 1; B = 'x' }</c>.
/// </summary>
[TypeConverter(typeof(EnvironmentVariableConverter))]
public sealed class EnvironmentVariable : Notation<EnvironmentVariable>
{
    internal const string Form = "An environment variable is NAME=value, or NAME alone for this session's value.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>NAME=value</c>; the value may be empty and hold anything.</param>
    /// <exception cref="FormatException">The text has no name.</exception>
    public EnvironmentVariable(string text)
    {
        var equals = text.IndexOf('=');
        Name = equals < 0 ? text : text.Substring(0, equals);
        Value = equals < 0 ? null : text.Substring(equals + 1);

        // The value may be a secret: no error shows it.
        if (Name.Length == 0)
        {
            throw new FormatException("The name of the environment variable is empty. " + Form);
        }

        if (Name.IndexOf('\0') >= 0 || Value?.IndexOf('\0') >= 0)
        {
            throw new FormatException("An environment variable can't hold the character 0.");
        }
    }

    /// <summary>The name; any text without an equals sign.</summary>
    public string Name { get; }

    /// <summary>The value; null takes the one that this session has.</summary>
    public string? Value { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>NAME=value</c>.</param>
    /// <param name="variable">The variable.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EnvironmentVariable? variable) =>
        TryMake(text, static text => new(text), out variable);

    /// <summary>
    /// What the engine is told: <c>NAME=value</c>, the value taken from this session where none was given. Where the session has none either, the name alone: the engine then takes the image's variable away.
    /// </summary>
    public string ToAssignment() => (Value ?? Environment.GetEnvironmentVariable(Name)) is { } value ? Name + "=" + value : Name;

    /// <inheritdoc/>
    public override string ToString() => Value is null ? Name : Name + "=" + Value;
}
