using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>
/// A limit for a container's processes: <c>name=soft[:hard]</c>, such as <c>nofile=1024:2048</c>; -1 is no limit, and without a hard limit it is the soft one.
/// A hashtable gives one for each entry: <c>@{ nofile = 1024; nproc = '512:1024' }</c>.
/// </summary>
[TypeConverter(typeof(UlimitConverter))]
public sealed class Ulimit : Notation<Ulimit>
{
    internal const string Form = "A limit is name=soft[:hard], such as nofile=1024:2048; -1 is no limit.";

    private static readonly string[] Names =
    [
        "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack",
    ];

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>nofile=1024:2048</c>.</param>
    /// <exception cref="FormatException">The text is not a limit.</exception>
    public Ulimit(string text)
    {
        var equals = text.IndexOf('=');
        Name = equals < 0 ? throw Wrong($"'{text}' has no equals sign.") : text.Substring(0, equals);
        if (Array.IndexOf(Names, Name) < 0)
        {
            throw Wrong($"'{Name}' is not a limit: {string.Join(", ", Names)} are.");
        }

        var values = text.Substring(equals + 1).Split(':');
        if (values.Length > 2)
        {
            throw Wrong($"'{text}' has more than a soft and a hard limit.");
        }

        Soft = Limit(values[0], "soft");
        Hard = values.Length == 1 ? Soft : Limit(values[1], "hard");
        if (Hard != -1 && (Soft == -1 || Soft > Hard))
        {
            throw Wrong($"The soft limit {values[0]} is more than the hard limit {values[values.Length - 1]}.");
        }
    }

    /// <summary>What is limited, in docker's word: <c>nofile</c>.</summary>
    public string Name { get; }

    /// <summary>The limit that counts, in the unit of the kernel; -1 is none.</summary>
    public long Soft { get; }

    /// <summary>What the soft limit may be raised to; -1 is no limit.</summary>
    public long Hard { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>nofile=1024:2048</c>.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Ulimit? limit) => TryMake(text, static text => new(text), out limit);

    /// <inheritdoc/>
    public override string ToString() => Hard == Soft
        ? FormattableString.Invariant($"{Name}={Soft}")
        : FormattableString.Invariant($"{Name}={Soft}:{Hard}");

    private static long Limit(string text, string which) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit) && limit >= -1
            ? limit
            : throw Wrong($"The {which} limit '{text}' is not a whole number, nor -1.");

    private static FormatException Wrong(string what) => new(what + " " + Form);
}
