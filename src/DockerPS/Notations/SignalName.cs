using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>A signal: its name with or without <c>SIG</c>, in any case (<c>SIGTERM</c>, <c>term</c>, <c>RTMIN+3</c>), or its number from 1 to 64.</summary>
[TypeConverter(typeof(SignalNameConverter))]
public sealed class SignalName : Notation<SignalName>
{
    internal const string Form = "A signal is a name such as SIGTERM or HUP, or a number from 1 to 64.";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV",
        "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "UNUSED", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX",
    };

    private readonly string _name;

    /// <summary>Reads a signal.</summary>
    /// <param name="text">Such as <c>SIGTERM</c>.</param>
    /// <exception cref="FormatException">There is no such signal.</exception>
    public SignalName(string text)
    {
        Text = text;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Number = number is >= 1 and <= 64 ? number : throw Unknown(text);
            _name = number.ToString(CultureInfo.InvariantCulture);
            return;
        }

        var upper = text.ToUpperInvariant();
        var name = upper.StartsWith("SIG", StringComparison.Ordinal) ? upper.Substring(3) : upper;
        _name = Names.Contains(name) || IsRealTime(name) ? "SIG" + name : throw Unknown(text);
    }

    /// <summary>The signal as it was written. The engine takes every form, and keeps a container's stop signal in it.</summary>
    public string Text { get; }

    /// <summary>The number, where it was given as one. What number a name has, the engine's platform decides.</summary>
    public int? Number { get; }

    /// <summary>Reads a signal, without an exception.</summary>
    /// <param name="text">Such as <c>SIGTERM</c>.</param>
    /// <param name="signal">The signal.</param>
    /// <returns>Whether there is such a signal.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SignalName? signal) => TryMake(text, static text => new(text), out signal);

    /// <summary>The name in capitals with <c>SIG</c>, or the number.</summary>
    public override string ToString() => _name;

    // RTMIN+1 to RTMIN+15, RTMAX-1 to RTMAX-14.
    private static bool IsRealTime(string name)
    {
        var most = name.StartsWith("RTMIN+", StringComparison.Ordinal) ? 15 : name.StartsWith("RTMAX-", StringComparison.Ordinal) ? 14 : 0;
        return most > 0
            && name.Length > 6 && name[6] != '0'
            && int.TryParse(name.Substring(6), NumberStyles.None, CultureInfo.InvariantCulture, out var distance)
            && distance <= most;
    }

    private static FormatException Unknown(string text) => new($"'{text}' is not a signal. {Form}");
}
