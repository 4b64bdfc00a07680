using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace DockerPS.Streams;

/// <summary>
/// Reads the body of an answer that refuses. One to a request for an upgrade does not end with the connection: its head says how long it is, or it comes in chunks.
/// </summary>
internal static class RefusalText
{
    private const int Limit = 64 * 1024;

    /// <summary>Reads the body.</summary>
    /// <param name="head">The lines of the answer's head.</param>
    /// <param name="read">Reads into a buffer from an offset at most so many bytes; 0 at the end.</param>
    public static string Read(string[] head, Func<byte[], int, int, int> read)
    {
        var length = int.TryParse(Header(head, "content-length:"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? Math.Min(said, Limit) : Limit;
        var chunked = Header(head, "transfer-encoding:").EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
        var body = new MemoryStream();
        var buffer = new byte[4096];
        while (body.Length < length && !(chunked && HasEnded(body)))
        {
            var count = read(buffer, 0, (int)Math.Min(buffer.Length, length - body.Length));
            if (count == 0)
            {
                break;
            }

            body.Write(buffer, 0, count);
        }

        var text = Encoding.UTF8.GetString(body.ToArray());
        return chunked ? WithoutSizes(text) : text;
    }

    /// <summary>A header's value; empty where it is missing.</summary>
    /// <param name="head">The lines of the answer's head.</param>
    /// <param name="name">The name in lower case, with its colon.</param>
    public static string Header(string[] head, string name)
    {
        foreach (var line in head)
        {
            if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return line.Substring(name.Length).Trim();
            }
        }

        return "";
    }

    private static bool HasEnded(MemoryStream body) =>
        Encoding.ASCII.GetString(body.ToArray()).EndsWith("0\r\n\r\n", StringComparison.Ordinal);

    // A refusal is one line of JSON; what stands between lines of sizes is the text.
    private static string WithoutSizes(string chunks)
    {
        var text = new StringBuilder();
        var lines = chunks.Split(["\r\n"], StringSplitOptions.None);
        for (var i = 1; i < lines.Length; i += 2)
        {
            text.Append(lines[i]);
        }

        return text.ToString();
    }
}
