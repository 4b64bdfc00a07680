using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>
/// An amount of memory or storage, as docker writes it: <c>512m</c>, <c>1.5g</c>, <c>1024</c>. A unit is b, k, m, g, t or p, kb or kib and so on too, in any case;
/// each is 1024 times the one before. Without a unit it is bytes, so PowerShell's <c>512MB</c> means the same.
/// </summary>
[TypeConverter(typeof(ByteSizeConverter))]
public sealed class ByteSize : Notation<ByteSize>
{
    internal const string Form = "A size is a number with an optional unit, such as 512m, 1.5g or 1048576.";

    private const string Units = "bkmgtp";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>512m</c>.</param>
    /// <exception cref="FormatException">The text is not a size.</exception>
    public ByteSize(string text)
    {
        var end = text.LastIndexOfAny([.. "0123456789. "]);
        var number = end < 0 ? "" : text.Substring(0, text[end] == ' ' ? end : end + 1);
        var unit = text.Substring(end + 1);
        if (!double.TryParse(
                number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var amount)
            || !char.IsDigit(number, number.Length - 1) && number[number.Length - 1] != '.')
        {
            throw new FormatException($"'{text}' has no number to begin with. {Form}");
        }

        Bytes = Whole(amount * Multiplier(unit), text);
    }

    /// <summary>A number of bytes.</summary>
    /// <param name="bytes">Bytes, 0 or more.</param>
    /// <exception cref="FormatException">The number is negative.</exception>
    public ByteSize(long bytes) => Bytes = bytes >= 0
        ? bytes
        : throw new FormatException($"A size can't be negative, as {bytes.ToString(CultureInfo.InvariantCulture)} is.");

    /// <summary>The size in bytes. For a limit, 0 means none.</summary>
    public long Bytes { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>512m</c>.</param>
    /// <param name="size">The size.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ByteSize? size) => TryMake(text, static text => new(text), out size);

    /// <summary>The exact size in the largest unit that it is a whole number of: <c>1g</c>, <c>1536m</c>, <c>1000</c>.</summary>
    public override string ToString()
    {
        var (amount, unit) = (Bytes, 0);
        while (amount > 0 && amount % 1024 == 0 && unit < Units.Length - 1)
        {
            (amount, unit) = (amount / 1024, unit + 1);
        }

        var number = amount.ToString(CultureInfo.InvariantCulture);
        return unit == 0 ? number : number + Units[unit];
    }

    internal static long Whole(double bytes, string text) => bytes switch
    {
        < 0 => throw new FormatException($"A size can't be negative, as {text} is."),
        < long.MaxValue => (long)bytes,
        _ => throw new FormatException($"{text} is more bytes than can be counted."),
    };

    private static double Multiplier(string unit)
    {
        var lower = unit.ToLowerInvariant();
        var power = lower.Length == 0 ? 0 : Units.IndexOf(lower[0]);
        var rest = lower.Length == 0 ? "" : lower.Substring(1);
        return power >= 0 && (rest.Length == 0 || power > 0 && rest is "b" or "ib")
            ? Math.Pow(1024, power)
            : throw new FormatException($"'{unit}' is not a unit of size: b, k, m, g, t and p are. {Form}");
    }
}
