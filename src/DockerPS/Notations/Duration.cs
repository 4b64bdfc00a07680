using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>
/// A length of time, as docker writes it: <c>1h30m</c>, <c>10s</c>, <c>1.5s</c>, <c>100ms</c>, with the units h, m, s, ms, us and ns. A <see cref="TimeSpan"/>, and a number, which is seconds, are taken too.
/// It is never negative.
/// </summary>
[TypeConverter(typeof(DurationConverter))]
public sealed class Duration : Notation<Duration>
{
    internal const string Form = "A duration is numbers with units, such as 1h30m, 10s or 1.5s; or a number of seconds; or a TimeSpan.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>1h30m</c>.</param>
    /// <exception cref="FormatException">The text is not a duration.</exception>
    public Duration(string text) => Nanoseconds = DurationText.Parse(text, out var wrong) switch
    {
        null => throw new FormatException(wrong + " " + Form),
        < 0 => throw Negative(text),
        var nanoseconds => nanoseconds.Value,
    };

    /// <summary>A .NET time span.</summary>
    /// <param name="time">0 or longer.</param>
    /// <exception cref="FormatException">The time span is negative, or longer than 292 years.</exception>
    public Duration(TimeSpan time) => Nanoseconds = time < TimeSpan.Zero ? throw Negative(time.ToString())
        : time.Ticks > long.MaxValue / 100 ? throw new FormatException($"{time} is longer than 292 years.")
        : time.Ticks * 100;

    private Duration(decimal seconds) => Nanoseconds = seconds < 0 ? throw Negative(FormattableString.Invariant($"{seconds}"))
        : seconds > long.MaxValue / DurationText.Second ? throw new FormatException(FormattableString.Invariant($"{seconds} seconds are longer than 292 years."))
        : (long)(seconds * DurationText.Second);

    /// <summary>The whole of it in nanoseconds, docker's own unit.</summary>
    public long Nanoseconds { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>1h30m</c>.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Duration? duration) => TryMake(text, static text => new(text), out duration);

    /// <summary>A number of seconds.</summary>
    /// <param name="seconds">0 or more; nanoseconds are the smallest fraction.</param>
    /// <exception cref="FormatException">The number is negative, or more than 292 years.</exception>
    public static Duration FromSeconds(decimal seconds) => new(seconds);

    /// <summary>As a .NET time span, whose smallest part is 100 nanoseconds.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromTicks(Nanoseconds / 100);

    /// <summary>Hours, minutes and seconds, those that there are: <c>1h30m</c>, <c>1.5s</c>; parts of a second as <c>100ms</c>; <c>0s</c> for none.</summary>
    public override string ToString() => DurationText.Print(Nanoseconds);

    private static FormatException Negative(string text) => new($"A duration can't be negative, as {text} is.");
}
