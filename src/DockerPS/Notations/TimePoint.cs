using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>
/// A point in time, as docker's <c>--since</c> and <c>--until</c> take it: <c>2026-01-31T13:00:00Z</c> (without a zone it is this machine's time; the time, or its end, may be left out),
/// Unix seconds with a fraction or without, or a duration, which is so long ago: <c>10m</c>. .NET's dates are taken as they are, and a TimeSpan is so long ago.
/// </summary>
[TypeConverter(typeof(TimePointConverter))]
public sealed class TimePoint : Notation<TimePoint>
{
    internal const string Form =
        "A point in time is 2026-01-31T13:00:00Z (zone and time may be left out), Unix seconds, a duration such as 10m (so long ago), a DateTime or a TimeSpan.";

    private static readonly decimal Latest = UnixNanoseconds(DateTimeOffset.MaxValue);

    // Nanoseconds: since 1970 where absolute; before now where relative.
    private readonly decimal? _absolute;
    private readonly long _ago;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>2026-01-31T13:00:00Z</c> or <c>10m</c>.</param>
    /// <exception cref="FormatException">The text is not a point in time.</exception>
    public TimePoint(string text)
    {
        // docker takes a lone 0 as the time, not as no time ago.
        if (text != "0" && DurationText.Parse(text, out _) is { } ago)
        {
            _ago = ago;
            return;
        }

        _absolute = UnixText.Parse(text) ?? (TimestampText.Parse(text, out var fraction) is { } moment
            ? UnixNanoseconds(moment) + fraction
            : throw new FormatException($"'{text}' is not a point in time. {Form}"));
        if (_absolute > Latest)
        {
            throw new FormatException($"'{text}' is after the year 9999. Unix time is counted in seconds here.");
        }
    }

    /// <summary>A moment.</summary>
    /// <param name="moment">The moment, with its zone.</param>
    public TimePoint(DateTimeOffset moment) => _absolute = UnixNanoseconds(moment);

    /// <summary>A moment; one of unspecified kind is in this machine's time.</summary>
    /// <param name="moment">The moment.</param>
    public TimePoint(DateTime moment)
        : this(moment.Kind == DateTimeKind.Utc ? new DateTimeOffset(moment) : TimestampText.Local(moment))
    {
    }

    /// <summary>So long before now.</summary>
    /// <param name="ago">How long; negative lies ahead.</param>
    /// <exception cref="FormatException">It is longer than 292 years.</exception>
    public TimePoint(TimeSpan ago) => _ago = ago.Duration().Ticks > long.MaxValue / 100
        ? throw new FormatException($"{ago} is longer than 292 years.")
        : ago.Ticks * 100;

    /// <summary>It is a length of time before whatever "now" is, not a moment of its own.</summary>
    public bool IsRelative => _absolute is null;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>10m</c>.</param>
    /// <param name="point">The point in time.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TimePoint? point) => TryMake(text, static text => new(text), out point);

    /// <summary>The time as the Engine API takes it: Unix seconds, a point and nine digits of nanoseconds.</summary>
    /// <param name="now">What a relative time counts from.</param>
    public string ToUnixText(DateTimeOffset now) => UnixText.Print(_absolute ?? (UnixNanoseconds(now) - _ago));

    /// <summary>The moment, with .NET's precision of 100 nanoseconds.</summary>
    /// <param name="now">What a relative time counts from.</param>
    public DateTimeOffset ToMoment(DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeSeconds(0).AddTicks((long)decimal.Floor((_absolute ?? (UnixNanoseconds(now) - _ago)) / 100));

    /// <summary>The duration where it is relative, otherwise the time in UTC: <c>10m</c>, <c>2026-01-31T13:00:00.5Z</c>.</summary>
    public override string ToString()
    {
        if (_absolute is not { } nanoseconds)
        {
            return DurationText.Print(_ago);
        }

        var (seconds, rest) = UnixText.Split(nanoseconds);
        var fraction = rest == 0 ? "" : "." + rest.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + fraction + "Z";
    }

    private static decimal UnixNanoseconds(DateTimeOffset moment) => (decimal)(moment.UtcTicks - DateTimeOffset.FromUnixTimeSeconds(0).Ticks) * 100;
}
