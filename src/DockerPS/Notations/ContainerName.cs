using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace DockerPS;

/// <summary>The name of a container that is to be made or renamed: two or more letters, digits, <c>_</c>, <c>.</c> and <c>-</c>, with a letter or digit first.</summary>
[TypeConverter(typeof(ContainerNameConverter))]
public sealed class ContainerName : Notation<ContainerName>
{
    internal const string Form = "A container's name is two or more of a-z, A-Z, 0-9, _, . and -, the first a letter or digit.";

    private readonly string _text;

    /// <summary>Checks a name.</summary>
    /// <param name="text">The name. One slash before it is dropped, as docker does.</param>
    /// <exception cref="FormatException">The text can't be a container's name.</exception>
    public ContainerName(string text)
    {
        // The engine's own answers write names with a slash, and the engine takes them so.
        _text = text.Length > 0 && text[0] == '/' ? text.Substring(1) : text;
        if (_text.Length < 2)
        {
            throw new FormatException(_text.Length == 0 ? $"The name is empty. {Form}" : $"The name '{text}' is too short. {Form}");
        }

        if (!IsLetterOrDigit(_text[0]) || !_text.All(letter => IsLetterOrDigit(letter) || letter is '_' or '.' or '-'))
        {
            throw new FormatException($"The name '{text}' has a character that can't stand there. {Form}");
        }
    }

    /// <summary>Checks a name, without an exception.</summary>
    /// <param name="text">The name.</param>
    /// <param name="name">The checked name.</param>
    /// <returns>Whether the text can be a container's name.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContainerName? name) => TryMake(text, static text => new(text), out name);

    /// <summary>The name itself.</summary>
    public override string ToString() => _text;

    private static bool IsLetterOrDigit(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
