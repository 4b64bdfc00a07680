using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>RFC 3339 as docker reads it: the time, its minutes, seconds and fraction, and the zone may be missing.</summary>
internal static class TimestampText
{
    private static readonly Regex Shape = new(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(T(?<hour>[0-9]{2})(:(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,9}))?)?)?)?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <param name="text">The text.</param>
    /// <param name="nanoseconds">What comes on top of the whole second.</param>
    /// <returns>The whole second; null where the text is no timestamp.</returns>
    public static DateTimeOffset? Parse(string text, out int nanoseconds)
    {
        nanoseconds = 0;
        var match = Shape.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value;
        nanoseconds = fraction.Length == 0 ? 0 : int.Parse(fraction.PadRight(9, '0'), NumberStyles.None, CultureInfo.InvariantCulture);

        var whole = $"{match.Groups["date"].Value}T{Or00(match, "hour")}:{Or00(match, "minute")}:{Or00(match, "second")}";
        var zone = match.Groups["zone"].Value;
        if (zone.Length == 0)
        {
            return DateTime.TryParseExact(whole, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? Local(local)
                : null;
        }

        return DateTimeOffset.TryParseExact(
            whole + (zone == "Z" ? "+00:00" : zone), "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;
    }

    /// <summary>A time of this machine, with the offset that holds on its date. The ends of the calendar stay inside it.</summary>
    public static DateTimeOffset Local(DateTime local)
    {
        var offset = TimeZoneInfo.Local.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks < 0 ? DateTimeOffset.MinValue
            : ticks > DateTime.MaxValue.Ticks ? DateTimeOffset.MaxValue
            : new(new DateTime(ticks, DateTimeKind.Utc));
    }

    private static string Or00(Match match, string part) => match.Groups[part].Success ? match.Groups[part].Value : "00";
}
