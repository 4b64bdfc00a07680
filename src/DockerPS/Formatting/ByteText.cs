using System.Globalization;

namespace DockerPS;

/// <summary>Bytes as the docker command prints them.</summary>
internal static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    private static readonly string[] BinaryUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>In powers of a thousand, as the docker command prints files and transfers.</summary>
    public static string Of(long bytes) => Of(bytes, 1000, Units);

    /// <summary>In powers of 1,024, as the docker command prints memory.</summary>
    public static string OfMemory(long bytes) => Of(bytes, 1024, BinaryUnits);

    private static string Of(long bytes, int step, string[] units)
    {
        var value = (double)bytes;
        var unit = 0;
        while (value >= step && unit < units.Length - 1)
        {
            value /= step;
            unit++;
        }

        // Four significant digits and no trailing zeros, as go-units prints.
        var digits = value >= 100 ? 1 : value >= 10 ? 2 : 3;
        return value.ToString("0." + new string('#', unit == 0 ? 0 : digits), CultureInfo.InvariantCulture) + units[unit];
    }
}
