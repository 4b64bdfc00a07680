using System;
using System.Globalization;
using System.Text;

namespace DockerPS;

/// <summary>Durations as Go reads and writes them, in nanoseconds: <c>1h30m</c>, <c>1.5s</c>, <c>100ms</c>, with a sign too.</summary>
internal static class DurationText
{
    public const long Second = 1_000_000_000;

    private static readonly (string Name, long Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1_000), ("\u00b5s", 1_000), ("\u03bcs", 1_000), ("ms", 1_000_000), ("s", Second), ("m", 60 * Second), ("h", 3600 * Second),
    ];

    /// <returns>Null, and what is wrong.</returns>
    public static long? Parse(string text, out string wrong)
    {
        wrong = "";
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (string.Equals(text.Substring(at), "0", StringComparison.Ordinal))
        {
            return 0;
        }

        var total = 0m;
        var read = false;
        while (at < text.Length)
        {
            var number = Run(text, ref at, letter => letter is '.' or (>= '0' and <= '9'));
            var unit = Run(text, ref at, letter => letter is not '.' and (< '0' or > '9'));
            if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                wrong = $"'{text}' is not a duration.";
                return null;
            }

            if (Array.Find(Units, known => known.Name == unit) is not { Nanoseconds: > 0 and var nanoseconds })
            {
                wrong = unit.Length == 0 ? $"'{text}' lacks a unit: {text}s is so many seconds." : $"'{unit}' in '{text}' is not a unit of time.";
                return null;
            }

            // 28 digits hold every amount that still counts; more than a long is refused below.
            total += amount > long.MaxValue ? long.MaxValue : decimal.Truncate(amount * nanoseconds);
            read = true;
        }

        if (!read || total > long.MaxValue)
        {
            wrong = read ? $"'{text}' is longer than 292 years." : $"'{text}' is not a duration.";
            return null;
        }

        return text[0] == '-' ? -(long)total : (long)total;
    }

    public static string Print(long nanoseconds)
    {
        if (nanoseconds == 0)
        {
            return "0s";
        }

        var left = Math.Abs((decimal)nanoseconds);
        var text = new StringBuilder(nanoseconds < 0 ? "-" : "");
        if (left < Second)
        {
            var (name, size) = left >= 1_000_000 ? ("ms", 1_000_000m) : left >= 1_000 ? ("us", 1_000m) : ("ns", 1m);
            return text.Append(Number(left / size)).Append(name).ToString();
        }

        Append(text, "h", decimal.Truncate(left / (3600 * Second)));
        Append(text, "m", decimal.Truncate(left % (3600 * Second) / (60 * Second)));
        Append(text, "s", left % (60 * Second) / Second);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string unit, decimal amount)
    {
        if (amount > 0)
        {
            text.Append(Number(amount)).Append(unit);
        }
    }

    private static string Number(decimal amount) => amount.ToString("0.#########", CultureInfo.InvariantCulture);

    private static string Run(string text, ref int at, Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return text.Substring(start, at - start);
    }
}
