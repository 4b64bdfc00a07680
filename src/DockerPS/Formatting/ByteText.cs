using System;
using System.Globalization;

namespace DockerPS;

/// <summary>Bytes as the docker command prints them.</summary>
internal static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    private static readonly string[] BinaryUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>In powers of a thousand, as the docker command prints files and transfers.</summary>
    public static string Of(long bytes) => Of(bytes, 1000, Units, 4);

    /// <summary>In powers of a thousand, shorter, for two beside each other.</summary>
    public static string OfShort(long bytes) => Of(bytes, 1000, Units, 3);

    /// <summary>In powers of 1,024, as the docker command prints memory, but shorter, for two beside each other.</summary>
    public static string OfMemoryShort(long bytes) => Of(bytes, 1024, BinaryUnits, 3);

    private static string Of(long bytes, int step, string[] units, int significant)
    {
        var value = (double)bytes;
        var unit = 0;
        // What would be rounded to a whole step is one of the next unit.
        while (Math.Round(value, Digits(value)) >= step && unit < units.Length - 1)
        {
            value /= step;
            unit++;
        }

        return value.ToString("0." + new string('#', unit == 0 ? 0 : Digits(value)), CultureInfo.InvariantCulture) + units[unit];

        // So many significant digits and no trailing zeros, as go-units prints.
        int Digits(double number) => Math.Max(0, significant - (number >= 100 ? 3 : number >= 10 ? 2 : 1));
    }
}
