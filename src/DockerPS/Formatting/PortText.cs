using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerPS.Formatting;

/// <summary>A container's ports in one line, as people read them.</summary>
internal static class PortText
{
    private static readonly Regex Parts = new(
        @"^((?<address>.*):(?<outer>\d+)->)?(?<inner>\d+)/(?<protocol>\w+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Joins ports, the published first and tcp without a word; the address is left out where every one is listened on, what is listened on in both families counts once, and ports in a row are one range.</summary>
    /// <param name="ports">Ports as they print themselves: text, because those of another session are nothing else.</param>
    public static string Of(IEnumerable<string> ports)
    {
        var ranges = new List<Range>();
        var others = new List<string>();
        foreach (var text in ports)
        {
            if (Parts.Match(text) is { Success: true } match)
            {
                ranges.Add(new Range(match));
            }
            else
            {
                others.Add(text);
            }
        }

        var joined = new List<Range>();
        foreach (var next in ranges.OrderBy(range => range.Kind, StringComparer.Ordinal).ThenBy(range => range.Inner).ThenBy(range => range.Outer))
        {
            var last = joined.LastOrDefault();
            if (last is null || !last.Takes(next))
            {
                joined.Add(next);
            }
        }

        return string.Join(", ", joined.OrderBy(range => range.Outer is null).ThenBy(range => range.Inner).ThenBy(range => range.Outer).Select(range => range.ToString()).Concat(others));
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private sealed class Range
    {
        private readonly string _address;
        private readonly string _protocol;
        private int _more;

        public Range(Match match)
        {
            _address = match.Groups["address"].Value is not ("" or "0.0.0.0" or "[::]") and var address ? address + ":" : "";
            _protocol = match.Groups["protocol"].Value;
            Inner = Number(match.Groups["inner"]);
            Outer = match.Groups["outer"] is { Success: true } outer ? Number(outer) : null;
        }

        public int Inner { get; }

        public int? Outer { get; }

        /// <summary>What all ports of a range share.</summary>
        public string Kind => $"{_protocol} {_address} {Outer is not null} {Outer - Inner}";

        /// <summary>Takes in a port that is the range's last or follows it.</summary>
        public bool Takes(Range next)
        {
            if (next.Kind != Kind || next.Inner > Inner + _more + 1)
            {
                return false;
            }

            _more = next.Inner - Inner;
            return true;
        }

        public override string ToString() => Outer is { } outer
            ? _address + Span(outer) + "->" + Span(Inner) + (_protocol == "tcp" ? "" : "/" + _protocol)
            : Span(Inner) + "/" + _protocol;

        private string Span(int first) =>
            first.ToString(CultureInfo.InvariantCulture) + (_more > 0 ? "-" + (first + _more).ToString(CultureInfo.InvariantCulture) : "");
    }
}
