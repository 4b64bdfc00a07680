using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace DockerPS;

/// <summary>Keys that leave a terminal without ending what runs in it: letters, and <c>ctrl-</c> with a letter or one of <c>@ [ \ ] ^ _</c>, with commas between: <c>ctrl-p,ctrl-q</c>.</summary>
[TypeConverter(typeof(DetachKeysConverter))]
public sealed class DetachKeys : Notation<DetachKeys>
{
    internal const string Form = "Keys are letters, or ctrl- with a letter or one of @ [ \\ ] ^ _, with commas between: ctrl-p,ctrl-q.";

    private const string Control = "ctrl-";
    private const string ControlLetters = "@abcdefghijklmnopqrstuvwxyz[\\]^_";
    private const char Delete = '\x7f';

    private readonly string _text;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>ctrl-p,ctrl-q</c>.</param>
    /// <exception cref="FormatException">The text names a key that is none.</exception>
    public DetachKeys(string text)
    {
        _text = text;
        Bytes = text.Split(',').Select(Byte).ToArray();
    }

    /// <summary>Docker's own: Ctrl-P, then Ctrl-Q.</summary>
    public static DetachKeys Default { get; } = new("ctrl-p,ctrl-q");

    /// <summary>What the keys send, a byte each.</summary>
    public IReadOnlyList<byte> Bytes { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>ctrl-p,ctrl-q</c>.</param>
    /// <param name="keys">The keys.</param>
    /// <returns>Whether the text is such.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DetachKeys? keys) => TryMake(text, static text => new(text), out keys);

    /// <inheritdoc/>
    public override string ToString() => _text;

    private static byte Byte(string key)
    {
        if (key.Length == 1 && key[0] is > ' ' and < Delete)
        {
            return (byte)key[0];
        }

        var control = key.Length == Control.Length + 1 && key.StartsWith(Control, StringComparison.Ordinal) ? ControlLetters.IndexOf(key[Control.Length]) : -1;
        return control >= 0 ? (byte)control
            : key == "DEL" ? (byte)Delete
            : throw new FormatException($"'{key}' is not a key. {Form}");
    }
}
