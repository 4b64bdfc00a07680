using System;
using System.Globalization;

namespace DockerPS;

/// <summary>A time as people say it: how long ago, in the largest unit that fits, as the docker command prints it.</summary>
internal static class AgeText
{
    public static string Of(DateTime time, DateTime now)
    {
        var age = now - time;
        return Of(age < TimeSpan.Zero ? TimeSpan.Zero : age) + " ago";
    }

    public static string Of(TimeSpan age)
    {
        var seconds = (long)age.TotalSeconds;
        var hours = (long)Math.Round(age.TotalHours);
        return seconds switch
        {
            < 1 => "Less than a second",
            1 => "1 second",
            < 60 => Count(seconds, "second"),
            < 120 => "About a minute",
            < 3600 => Count(seconds / 60, "minute"),
            _ when hours == 1 => "About an hour",
            _ when hours < 48 => Count(hours, "hour"),
            _ when hours < 24 * 7 * 2 => Count(hours / 24, "day"),
            _ when hours < 24 * 30 * 2 => Count(hours / 24 / 7, "week"),
            _ when hours < 24 * 365 * 2 => Count(hours / 24 / 30, "month"),
            _ => Count((long)(age.TotalDays / 365), "year"),
        };
    }

    private static string Count(long number, string unit) => number.ToString(CultureInfo.InvariantCulture) + " " + unit + "s";
}
