using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>A signal: a name with or without <c>SIG</c>, or a number.</summary>
[TypeConverter(typeof(SignalNameConverter))]
public sealed class SignalName : Notation<SignalName>
{
    internal const string Form = "A signal is a name such as SIGTERM or TERM, or a number up to 64.";

    private static readonly Regex Shape = new(@"\A(?:\d{1,2}|(?:SIG)?[A-Z][A-Z0-9+-]*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly string _text;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>SIGTERM</c>, <c>term</c> or <c>9</c>.</param>
    /// <exception cref="FormatException">The text is not a signal.</exception>
    public SignalName(string text) => _text = Shape.IsMatch(text) ? text.ToUpperInvariant() : throw new FormatException($"'{text}' is not a signal. {Form}");

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>SIGTERM</c>.</param>
    /// <param name="signal">The signal.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SignalName? signal) => TryMake(text, static text => new(text), out signal);

    /// <inheritdoc/>
    public override string ToString() => _text;
}
