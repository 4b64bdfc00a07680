using System;
using System.Globalization;
using System.Text;
using DockerPS.Connection;

namespace DockerPS.Streams;

/// <summary>The body of an answer on a connection of its own, blocking: out of its chunks, where it comes in such, or up to the connection's end.</summary>
internal sealed class AnswerBody(HotStream connection)
{
    private readonly bool _chunked = connection.Header("transfer-encoding:").EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
    private readonly byte[] _one = new byte[1];
    private long _left;
    private bool _begun;
    private bool _ended;

    /// <summary>Reads what has come.</summary>
    /// <returns>How many bytes; 0 at the end.</returns>
    /// <exception cref="DockerException">The connection broke, or ended within the body.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (!_chunked)
        {
            return connection.Read(buffer, offset, count);
        }

        if (_left == 0 && !_ended)
        {
            NextChunk();
        }

        if (_ended)
        {
            return 0;
        }

        var read = connection.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read > 0 ? read : throw Failures.Lost(connection.Endpoint, inner: null);
        return read;
    }

    private void NextChunk()
    {
        if (_begun)
        {
            // The end of the chunk before.
            Line();
        }

        _begun = true;
        var size = Line().Split(';')[0].Trim();
        _left = long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) && length >= 0
            ? length
            : throw new DockerException(DockerError.InvalidAnswer, $"The answer of the engine {connection.Endpoint.Name} has a chunk of the size '{size}'.");
        _ended = length == 0;
    }

    private string Line()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (connection.Read(_one, 0, 1) == 0)
            {
                throw Failures.Lost(connection.Endpoint, inner: null);
            }

            if (_one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)_one[0]);
        }
    }
}
