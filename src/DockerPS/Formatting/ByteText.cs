using System.Globalization;

namespace DockerPS;

/// <summary>Bytes as the docker command prints them: powers of a thousand, three figures.</summary>
internal static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    public static string Of(long bytes)
    {
        var value = (double)bytes;
        var unit = 0;
        while (value >= 1000 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        // Four significant digits and no trailing zeros, as go-units prints.
        var digits = value >= 100 ? 1 : value >= 10 ? 2 : 3;
        return value.ToString("0." + new string('#', unit == 0 ? 0 : digits), CultureInfo.InvariantCulture) + Units[unit];
    }
}
