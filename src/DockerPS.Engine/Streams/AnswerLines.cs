using System;

namespace DockerPS.Streams;

/// <summary>The lines of an answer, as they come.</summary>
internal sealed class AnswerLines(AnswerBody body)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads the next line that is not empty.</summary>
    /// <param name="line">The line, lent until the next read; a last one without its end too.</param>
    /// <returns>False at the end.</returns>
    public bool Read(out ReadOnlyMemory<byte> line)
    {
        var searched = _start;
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', searched, _end - searched);
            if (end < 0 && Fill(ref searched))
            {
                continue;
            }

            var stop = end < 0 ? _end : end;
            line = Trim(_start, stop);
            _start = searched = end < 0 ? stop : stop + 1;
            if (line.Length > 0)
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }
        }
    }

    private bool Fill(ref int searched)
    {
        searched = _end;
        if (_end == _buffer.Length)
        {
            var larger = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
            Buffer.BlockCopy(_buffer, _start, larger, 0, _end - _start);
            (_buffer, _end, _start) = (larger, _end - _start, 0);
            searched = _end;
        }

        var read = body.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private ReadOnlyMemory<byte> Trim(int start, int stop)
    {
        while (stop > start && _buffer[stop - 1] is (byte)'\r' or (byte)' ')
        {
            stop--;
        }

        return new ReadOnlyMemory<byte>(_buffer, start, stop - start);
    }
}
