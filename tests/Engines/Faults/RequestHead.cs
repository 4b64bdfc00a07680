using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DockerPS.Tests.Engines;

/// <summary>The first part of an HTTP request, as its bytes came and as far as a proxy must understand it.</summary>
internal sealed class RequestHead
{
    private readonly Dictionary<string, string> _fields;

    public RequestHead(byte[] bytes)
    {
        Bytes = bytes;
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        Target = string.Join(' ', lines[0].Split(' ').Take(2));
        _fields = lines.Skip(1)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(parts => parts[1].Trim())), StringComparer.OrdinalIgnoreCase);
    }

    public byte[] Bytes { get; }

    /// <summary>Method and path with query: <c>GET /v1.41/containers/json?all=true</c>.</summary>
    public string Target { get; }

    public bool IsUpgrade => _fields.ContainsKey("Upgrade");

    public bool IsChunked => _fields.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;

    public long ContentLength => long.TryParse(_fields.GetValueOrDefault("Content-Length"), CultureInfo.InvariantCulture, out var length) ? length : 0;
}
