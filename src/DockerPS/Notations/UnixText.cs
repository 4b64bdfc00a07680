using System.Globalization;

namespace DockerPS;

/// <summary>Unix time in text: seconds, and after a point up to nine digits of their fraction.</summary>
internal static class UnixText
{
    /// <returns>Nanoseconds since 1970; null where the text is no Unix time.</returns>
    public static decimal? Parse(string text)
    {
        var point = text.IndexOf('.');
        var fraction = point < 0 ? "0" : text.Substring(point + 1);
        return long.TryParse(point < 0 ? text : text.Substring(0, point), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && fraction.Length <= 9
            && long.TryParse(fraction.PadRight(9, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds)
            ? ((decimal)seconds * DurationText.Second) + nanoseconds
            : null;
    }

    /// <summary>The whole second, and nanoseconds after it: before 1970 too, the fraction counts forward.</summary>
    public static (long Seconds, long Nanoseconds) Split(decimal nanoseconds)
    {
        var seconds = decimal.Floor(nanoseconds / DurationText.Second);
        return ((long)seconds, (long)(nanoseconds - (seconds * DurationText.Second)));
    }

    public static string Print(decimal nanoseconds)
    {
        var (seconds, rest) = Split(nanoseconds);
        return seconds.ToString(CultureInfo.InvariantCulture) + "." + rest.ToString("D9", CultureInfo.InvariantCulture);
    }
}
