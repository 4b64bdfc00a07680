using System.Globalization;
using System.Text;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>What is asked on a connection of its own.</summary>
/// <param name="Method">The method.</param>
/// <param name="PathAndQuery">The path with the API version.</param>
/// <param name="Body">JSON; null for none.</param>
/// <param name="Upgrade">The connection is asked for as a stream in both directions.</param>
/// <param name="Chunked">The content type of a body of unknown length that follows in chunks; null for none.</param>
/// <param name="Header">One more line of the head; null for none.</param>
/// <param name="Measured">The answer says where its body ends, so that a broken connection is no end; <see cref="AnswerBody"/> reads it.</param>
internal sealed record HotRequest(
    string Method, string PathAndQuery, byte[]? Body = null, bool Upgrade = false, string? Chunked = null, string? Header = null, bool Measured = false)
{
    /// <summary>The request as it is sent, without its body.</summary>
    public byte[] Head(EngineEndpoint endpoint)
    {
        var host = endpoint.Address.Host.Length > 0 && endpoint.Address.Scheme is not ("npipe" or "ssh") ? endpoint.Address.Authority : "localhost";

        // HTTP/1.0: the body of the answer has no chunks and ends with the connection. It knows no upgrade, and no chunks in a request.
        var head = new StringBuilder()
            .Append(Method).Append(' ').Append(PathAndQuery).Append(Upgrade || Measured || Chunked is not null ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n")
            .Append("Host: ").Append(host).Append("\r\n");
        if (Upgrade)
        {
            head.Append("Connection: Upgrade\r\nUpgrade: tcp\r\n");
        }

        else if (Measured)
        {
            head.Append("Connection: close\r\n");
        }

        if (BasicAuthentication.Of(endpoint) is { } authentication)
        {
            head.Append("Authorization: Basic ").Append(authentication).Append("\r\n");
        }

        if (Header is not null)
        {
            head.Append(Header).Append("\r\n");
        }

        if (Chunked is not null)
        {
            head.Append("Connection: close\r\nContent-Type: ").Append(Chunked).Append("\r\nTransfer-Encoding: chunked\r\n");
        }
        else if (Method != "GET")
        {
            head.Append("Content-Type: application/json\r\nContent-Length: ").Append((Body?.Length ?? 0).ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}
