using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DockerPS;

/// <summary>One port or a run of ports: <c>80</c>, <c>8000-8010</c>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PortRange : IEquatable<PortRange>
{
    public PortRange(int first, int last)
    {
        First = first;
        Last = last;
    }

    public int First { get; }

    public int Last { get; }

    public int Count => Last - First + 1;

    /// <param name="text">The text.</param>
    /// <param name="what">Which port it is, to begin the error with.</param>
    /// <exception cref="FormatException">It is neither a port nor a range.</exception>
    public static PortRange Parse(string text, string what)
    {
        var dash = text.IndexOf('-');
        var first = Number(dash < 0 ? text : text.Substring(0, dash), text, what);
        var last = dash < 0 ? first : Number(text.Substring(dash + 1), text, what);
        return last >= first ? new(first, last) : throw new FormatException($"{what} '{text}' ends before it begins.");
    }

    public bool Equals(PortRange other) => First == other.First && Last == other.Last;

    public override bool Equals(object? obj) => obj is PortRange other && Equals(other);

    public override int GetHashCode() => (First << 16) ^ Last;

    public override string ToString() => First == Last ? Text(First) : Text(First) + "-" + Text(Last);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static int Number(string number, string text, string what) =>
        ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new FormatException($"{what} '{text}' is not a port: a number up to 65535, or a range such as 8000-8010.");
}
