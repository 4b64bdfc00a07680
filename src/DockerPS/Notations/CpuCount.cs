using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>How many processors' time: a number such as <c>1.5</c> or <c>0.25</c>, with at most nine decimals, or a fraction such as <c>1/2</c>. 0 means no limit.</summary>
[TypeConverter(typeof(CpuCountConverter))]
public sealed class CpuCount : Notation<CpuCount>
{
    internal const string Form = "A number of processors is such as 2, 1.5 or 0.25, with at most nine decimals.";

    private const long Billion = 1_000_000_000;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>1.5</c>.</param>
    /// <exception cref="FormatException">The text is not a number of processors.</exception>
    public CpuCount(string text)
    {
        var slash = text.IndexOf('/');
        var below = slash < 0 ? 1 : Number(text.Substring(slash + 1), NumberStyles.None, text);
        if (below == 0)
        {
            throw Not(text);
        }

        NanoCpus = Exact(Number(slash < 0 ? text : text.Substring(0, slash), slash < 0 ? NumberStyles.Float : NumberStyles.AllowLeadingSign, text), below, text);
    }

    private CpuCount(decimal count, string text) => NanoCpus = Exact(count, 1, text);

    /// <summary>The number in thousand-millionths of a processor, as the engine counts.</summary>
    public long NanoCpus { get; }

    /// <summary>The number of processors.</summary>
    public decimal Count => NanoCpus / (decimal)Billion;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>1.5</c>.</param>
    /// <param name="count">The number of processors.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CpuCount? count) => TryMake(text, static text => new(text), out count);

    /// <summary>A number of processors.</summary>
    /// <param name="count">0 or more; decimals after the ninth are rounded away.</param>
    /// <exception cref="FormatException">The number is negative, or too large to count.</exception>
    public static CpuCount From(decimal count) => new(Math.Round(count, 9), count.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => Count.ToString("0.#########", CultureInfo.InvariantCulture);

    private static decimal Number(string number, NumberStyles style, string text) =>
        // Float takes white space around it, docker does not.
        number.Trim().Length == number.Length && decimal.TryParse(number, style, CultureInfo.InvariantCulture, out var value) ? value : throw Not(text);

    private static long Exact(decimal count, decimal below, string text)
    {
        if (count < 0)
        {
            throw new FormatException($"A number of processors can't be negative, as {text} is. {Form}");
        }

        if (count / below > long.MaxValue / Billion)
        {
            throw new FormatException($"{text} is more processors than can be counted. {Form}");
        }

        var nano = count * Billion / below;
        return nano == decimal.Truncate(nano) && nano * below == count * Billion
            ? (long)nano
            : throw new FormatException($"'{text}' is too precise. {Form}");
    }

    private static FormatException Not(string text) => new($"'{text}' is not a number. {Form}");
}
