using System;
using System.Globalization;

namespace DockerPS;

/// <summary>A time as people say it: how long ago, in the largest unit that fits. The docker command's steps, in never more than 14 letters.</summary>
internal static class AgeText
{
    public static string Of(DateTime time, DateTime now)
    {
        var age = now - time;
        return age < TimeSpan.FromSeconds(1) ? "just now" : Of(age) + " ago";
    }

    private static string Of(TimeSpan age)
    {
        var seconds = (long)age.TotalSeconds;
        var hours = (long)Math.Round(age.TotalHours);
        return seconds switch
        {
            < 60 => Count(seconds, "second"),
            < 3600 => Count(seconds / 60, "minute"),
            _ when hours < 48 => Count(hours, "hour"),
            _ when hours < 24 * 7 * 2 => Count(hours / 24, "day"),
            _ when hours < 24 * 30 * 2 => Count(hours / 24 / 7, "week"),
            _ when hours < 24 * 365 * 2 => Count(hours / 24 / 30, "month"),
            _ => Count((long)(age.TotalDays / 365), "year"),
        };
    }

    private static string Count(long number, string unit) => number.ToString(CultureInfo.InvariantCulture) + " " + unit + (number == 1 ? "" : "s");
}
