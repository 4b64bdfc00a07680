using System;

namespace DockerPS;

/// <summary>What docker's limits for block devices have in common: a path below <c>/dev/</c>, a colon, and a number.</summary>
internal static class DeviceRateText
{
    /// <exception cref="FormatException">The path is not that of a device, or there is no colon.</exception>
    public static (string Path, string Amount) Split(string text, string form)
    {
        var colon = text.IndexOf(':');
        return colon < 0 ? throw new FormatException($"'{text}' has no colon. {form}")
            : text.StartsWith("/dev/", StringComparison.Ordinal) ? (text.Substring(0, colon), text.Substring(colon + 1))
            : throw new FormatException($"The path '{text.Substring(0, colon)}' is not that of a device: it begins with /dev/. {form}");
    }
}
