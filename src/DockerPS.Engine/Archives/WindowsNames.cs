using System;
using System.Linq;

namespace DockerPS.Archives;

/// <summary>Names that mean something else on Windows than they say: other drives and folders, streams of a file, devices.</summary>
internal static class WindowsNames
{
    private static readonly string[] s_devices =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        .. Enumerable.Range(0, 10).SelectMany(number => new[] { "COM" + number, "LPT" + number }),
        "COM\u00B9", "COM\u00B2", "COM\u00B3", "LPT\u00B9", "LPT\u00B2", "LPT\u00B3",
    ];

    /// <summary>Why a part of a path can't be used; null where it can. The end of a sentence that begins with "it".</summary>
    public static string? Fault(string part)
    {
        if (part.IndexOf('\\') >= 0)
        {
            return "has a backslash in its name, which separates folders on Windows";
        }

        if (part.IndexOf(':') >= 0)
        {
            return "has a colon in its name, which means a drive or a stream on Windows";
        }

        if (part.Any(letter => letter < ' ' || "<>\"|?*".IndexOf(letter) >= 0))
        {
            return "has a character in its name that Windows does not take";
        }

        if (part[part.Length - 1] is '.' or ' ')
        {
            return "has a name that ends with a dot or a space, which Windows leaves out";
        }

        var stem = part.Split('.')[0].TrimEnd(' ');
        return s_devices.Contains(stem, StringComparer.OrdinalIgnoreCase) ? $"is named after the device {stem.ToUpperInvariant()} on Windows" : null;
    }
}
