using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerPS.Connection.Tls;

/// <summary>The blocks of a PEM text: what stands between BEGIN and END.</summary>
internal static class PemText
{
    private static readonly Regex Block = new(
        "-----BEGIN (?<label>[A-Z0-9 ]+)-----(?<body>[^-]*)-----END \\k<label>-----", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    public static bool IsPem(string text) => Block.IsMatch(text);

    /// <summary>The decoded blocks with a label.</summary>
    public static IReadOnlyList<byte[]> Blocks(string text, string label) =>
        [.. All(text).Where(block => block.Label == label).Select(block => Convert.FromBase64String(block.Body))];

    /// <summary>The first private key: its label, and its block as text.</summary>
    public static (string Label, string Text, byte[] Bytes)? Key(string text)
    {
        // Encrypted keys in the old form have headers before the bytes.
        foreach (var (label, body, whole) in All(text).Where(block => block.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal)))
        {
            return (label, whole, body.IndexOf(':') >= 0 ? [] : Convert.FromBase64String(body));
        }

        return null;
    }

    private static IEnumerable<(string Label, string Body, string Whole)> All(string text) =>
        Block.Matches(text).Cast<Match>().Select(match => (match.Groups["label"].Value, match.Groups["body"].Value, match.Value));
}
