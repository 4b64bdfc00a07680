using System;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace DockerPS.Tests.Engines;

/// <summary>HTTP answers as bytes.</summary>
public static class RawAnswer
{
    /// <param name="status">For example <c>404 Not Found</c>, or the number alone.</param>
    /// <param name="body">Text of the media type.</param>
    /// <param name="mediaType">Of the body.</param>
    /// <param name="fields">More header lines, <c>Name: value</c>.</param>
    public static byte[] Text(string status, string body, string mediaType = "application/json", params string[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var content = Encoding.UTF8.GetBytes(body);
        var reason = status.Contains(' ', StringComparison.Ordinal) ? status : status + " Status";
        var lines = new[] { $"HTTP/1.1 {reason}", $"Content-Type: {mediaType}", $"Content-Length: {content.Length}" }.Concat(fields);
        return [.. Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"), .. content];
    }

    /// <summary>A refusal as engines word it: JSON with a message.</summary>
    public static byte[] Refusal(int status, string message) =>
        Text($"{status}", $"{{\"message\":{JsonSerializer.Serialize(message)}}}\n");
}
