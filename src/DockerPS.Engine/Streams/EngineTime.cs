using System;
using System.Globalization;

namespace DockerPS.Streams;

/// <summary>Reads the engine's times: RFC 3339 in UTC or with an offset, with up to nine digits of a second, and Unix seconds.</summary>
internal static class EngineTime
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // Local time's distance from UTC changes at most every quarter of an hour: looked up once for each that is met in a row.
    [ThreadStatic]
    private static (long Quarter, long Offset)? s_zone;

    /// <summary>Unix seconds as local time.</summary>
    public static DateTime OfUnixSeconds(long seconds) => ToLocal(Epoch.Ticks + (seconds * TimeSpan.TicksPerSecond));

    /// <summary>A time as local time; null for the engine's zero time.</summary>
    public static DateTime? OfText(string? text)
    {
        if (string.IsNullOrEmpty(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            || time.Year <= 1)
        {
            return null;
        }

        return ToLocal(time.UtcTicks);
    }

    /// <summary>Reads a time at the beginning of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="time">The time, local.</param>
    /// <param name="length">How many bytes it takes.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out DateTime time, out int length)
    {
        time = default;
        length = 0;
        if (line.Length < 20 || line[4] != '-' || line[7] != '-' || line[10] != 'T' || line[13] != ':' || line[16] != ':'
            || !TryDigits(line.Slice(0, 4), out var year) || !TryDigits(line.Slice(5, 2), out var month) || !TryDigits(line.Slice(8, 2), out var day)
            || !TryDigits(line.Slice(11, 2), out var hour) || !TryDigits(line.Slice(14, 2), out var minute) || !TryDigits(line.Slice(17, 2), out var second)
            || year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        var at = 19;
        var fraction = 0L;
        if (line[at] == '.')
        {
            var unit = TimeSpan.TicksPerSecond / 10;
            for (at++; at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9'; at++, unit /= 10)
            {
                fraction += (line[at] - '0') * unit;
            }
        }

        if (at >= line.Length)
        {
            return false;
        }

        var offset = 0L;
        if (line[at] == 'Z')
        {
            at++;
        }
        else if (line[at] is (byte)'+' or (byte)'-' && line.Length >= at + 6
            && TryDigits(line.Slice(at + 1, 2), out var hours) && TryDigits(line.Slice(at + 4, 2), out var minutes))
        {
            offset = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute * (line[at] == '+' ? 1 : -1);
            at += 6;
        }
        else
        {
            return false;
        }

        length = at;
        time = ToLocal(new DateTime(year, month, day, hour, minute, 0).Ticks + (second * TimeSpan.TicksPerSecond) + fraction - offset);
        return true;
    }

    private static DateTime ToLocal(long utcTicks)
    {
        var quarter = utcTicks / (15 * TimeSpan.TicksPerMinute);
        if (s_zone is not { } zone || zone.Quarter != quarter)
        {
            s_zone = zone = (quarter, TimeZoneInfo.Local.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks);
        }

        return new DateTime(utcTicks + zone.Offset, DateTimeKind.Local);
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
