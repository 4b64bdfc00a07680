using System;
using System.Globalization;
using System.Text;
using DockerPS.Connection;

namespace DockerPS.Streams;

/// <summary>The body of an answer on a connection of its own, blocking: out of its chunks, where it comes in such, in its length, or up to the connection's end.</summary>
internal sealed class AnswerBody
{
    private readonly HotStream _connection;
    private readonly bool _chunked;
    private readonly byte[] _one = new byte[1];
    private long _left;
    private bool _begun;
    private bool _ended;

    public AnswerBody(HotStream connection)
    {
        _connection = connection;
        _chunked = connection.Header("transfer-encoding:").EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
        if (!_chunked && long.TryParse(connection.Header("content-length:"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            Length = _left = length;
        }
    }

    /// <summary>How long the body is; null where the answer does not say.</summary>
    public long? Length { get; }

    /// <summary>Reads what has come.</summary>
    /// <returns>How many bytes; 0 at the end.</returns>
    /// <exception cref="DockerException">The connection broke, or ended within the body.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (!_chunked && Length is null)
        {
            return _connection.Read(buffer, offset, count);
        }

        if (_chunked && _left == 0 && !_ended)
        {
            NextChunk();
        }

        if (_ended || _left == 0)
        {
            return 0;
        }

        var read = _connection.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read > 0 ? read : throw Failures.Lost(_connection.Endpoint, inner: null);
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
            : throw new DockerException(DockerError.InvalidAnswer, $"The answer of the engine {_connection.Endpoint.Name} has a chunk of the size '{size}'.");
        _ended = length == 0;
    }

    private string Line()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_connection.Read(_one, 0, 1) == 0)
            {
                throw Failures.Lost(_connection.Endpoint, inner: null);
            }

            if (_one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)_one[0]);
        }
    }
}
