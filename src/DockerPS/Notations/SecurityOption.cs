using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>
/// A security option: <c>seccomp=profile.json</c> (a file of this machine), <c>seccomp=unconfined</c>, <c>apparmor=profile</c>, <c>label=type:value</c>, <c>no-new-privileges</c>,
/// <c>systempaths=unconfined</c>, and what else the engine knows. A colon in place of the equals sign is the old form.
/// </summary>
[TypeConverter(typeof(SecurityOptionConverter))]
public sealed class SecurityOption : Notation<SecurityOption>
{
    internal const string Form = "A security option is key=value, such as seccomp=unconfined, or no-new-privileges.";

    private const string NoNewPrivileges = "no-new-privileges";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>seccomp=unconfined</c>.</param>
    /// <exception cref="FormatException">The text is not an option.</exception>
    public SecurityOption(string text)
    {
        Text = text;
        var cut = text.IndexOf('=');
        cut = cut < 0 ? text.IndexOf(':') : cut;
        Key = cut < 0 ? text : text.Substring(0, cut);
        Value = cut < 0 ? null : text.Substring(cut + 1);
        if (Key.Length == 0 || (string.IsNullOrEmpty(Value) && Key != NoNewPrivileges))
        {
            throw new FormatException($"'{text}' lacks a {(Key.Length == 0 ? "key" : "value")}. {Form}");
        }
    }

    /// <summary>The option as it was written, which is how the engine keeps it.</summary>
    public string Text { get; }

    /// <summary>What is set, such as <c>seccomp</c>.</summary>
    public string Key { get; }

    /// <summary>What it is set to; null for <c>no-new-privileges</c> alone.</summary>
    public string? Value { get; }

    /// <summary>The value is the path of a seccomp profile on this machine, whose content the engine is sent. A value in braces is the profile itself.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsProfileFile => Key == "seccomp" && Value is not ("unconfined" or "builtin") && Value![0] != '{';

    /// <summary>It takes away the protection of <c>/proc</c> and <c>/sys</c>: the engine knows that as empty lists of paths.</summary>
    public bool UnprotectsSystemPaths => Key == "systempaths" && Value == "unconfined";

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>seccomp=unconfined</c>.</param>
    /// <param name="option">The option.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SecurityOption? option) => TryMake(text, static text => new(text), out option);

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Value) ? Key : Key + "=" + Value;
}
