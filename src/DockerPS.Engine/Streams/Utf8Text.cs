using System;
using System.Text;

namespace DockerPS.Streams;

/// <summary>Text of bytes on both platforms: .NET Framework has no overload for a span.</summary>
internal static class Utf8Text
{
    /// <summary>A line's text, given without its line feed; a carriage return before that belongs to the line's end too.</summary>
    public static string OfLine(ReadOnlySpan<byte> line) =>
        Of(line.Length > 0 && line[line.Length - 1] == '\r' ? line.Slice(0, line.Length - 1) : line);

#if NET
    public static string Of(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
#else
    public static unsafe string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        fixed (byte* first = bytes)
        {
            return Encoding.UTF8.GetString(first, bytes.Length);
        }
    }
#endif
}
