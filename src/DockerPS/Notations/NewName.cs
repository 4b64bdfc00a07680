using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>The name of a network or a volume that is to be made. What it may be made of is its driver's to say, so only what can't be a name is refused here.</summary>
[TypeConverter(typeof(NewNameConverter))]
public sealed class NewName : Notation<NewName>
{
    internal const string Form = "A name is text, such as data or front-1.";

    private readonly string _text;

    /// <summary>Checks a name.</summary>
    /// <param name="text">The name.</param>
    /// <exception cref="FormatException">The text is empty, or begins or ends with white space.</exception>
    public NewName(string text) => _text = text.Length > 0 && text.Trim() == text
        ? text
        : throw new FormatException($"'{text}' is not a name. {Form}");

    /// <summary>Checks a name, without an exception.</summary>
    /// <param name="text">The name.</param>
    /// <param name="name">The checked name.</param>
    /// <returns>Whether the text can be a name.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NewName? name) => TryMake(text, static text => new(text), out name);

    /// <summary>The name itself.</summary>
    public override string ToString() => _text;
}
