using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>
/// Takes a container's log apart: frames of either output, or the bare bytes of a terminal; times; and lines that the engine split because they are long.
/// </summary>
internal sealed class LogReader : ILogReader
{
    private const int FrameHead = 8;
    private const int LargestFrame = 64 * 1024 * 1024;

    /// <summary>How much of a line the engine takes at once: a longer line is split into pieces of this size.</summary>
    private const int PieceSize = 16 * 1024;

    private readonly HotStream _stream;
    private readonly bool _framed;
    private readonly bool _times;
    private readonly Func<CancellationToken, Task> _confirmEnd;
    private readonly PartialLine?[] _partial = new PartialLine?[3];
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Makes a reader.</summary>
    /// <param name="stream">The open answer.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="framed">The outputs come in frames; without a terminal they do.</param>
    /// <param name="times">Each line begins with its time.</param>
    /// <param name="confirmEnd">Asks the engine whether the end was one.</param>
    public LogReader(HotStream stream, string container, bool framed, bool times, Func<CancellationToken, Task> confirmEnd)
    {
        _stream = stream;
        Container = container;
        _framed = framed;
        _times = times;
        _confirmEnd = confirmEnd;
    }

    public string Container { get; }

    public bool Read(ICollection<ContainerLogEntry> entries) => Read(
        (time, stream, message) => entries.Add(new ContainerLogEntry(time, stream, message, Container, _stream.Endpoint.Name)), entries);

    public bool ReadRaw(ICollection<string> lines) => Read((_, _, message) => lines.Add(message), lines);

    public Task ConfirmEndAsync(CancellationToken cancel) => _confirmEnd(cancel);

    public void Dispose() => _stream.Dispose();

    private bool Read<T>(Action<DateTime, ContainerLogStream, string> line, ICollection<T> lines)
    {
        var before = lines.Count;
        while (true)
        {
            if (!Fill())
            {
                EndPartialLines(line);
                return lines.Count > before;
            }

            if (_framed)
            {
                TakeFrames(line);
            }
            else
            {
                TakeLines(line);
            }

            if (lines.Count > before)
            {
                return true;
            }
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        if (read == 0 && _framed && _end > 0)
        {
            throw Failures.Lost(_stream.Endpoint, inner: null);
        }

        return read > 0;
    }

    private void TakeFrames(Action<DateTime, ContainerLogStream, string> line)
    {
        while (_end - _start >= FrameHead)
        {
            var head = new ReadOnlySpan<byte>(_buffer, _start, FrameHead);
            var length = BinaryPrimitives.ReadInt32BigEndian(head.Slice(4));
            if (head[0] > 3 || length is < 0 or > LargestFrame)
            {
                throw new DockerException(DockerError.InvalidAnswer, $"The log of {Container} is not in frames that can be read.");
            }

            if (_end - _start - FrameHead < length)
            {
                if (_buffer.Length < FrameHead + length)
                {
                    Array.Resize(ref _buffer, FrameHead + length + (64 * 1024));
                }

                return;
            }

            var payload = new ReadOnlySpan<byte>(_buffer, _start + FrameHead, length);
            if (head[0] == 3)
            {
                // The engine's own word on a log that it can't go on with.
                throw new DockerException(DockerError.EngineError, Text(payload)) { Engine = _stream.Endpoint.Name };
            }

            TakeLine(head[0] == 2 ? ContainerLogStream.StdErr : ContainerLogStream.StdOut, payload, line);
            _start += FrameHead + length;
        }
    }

    private void TakeLines(Action<DateTime, ContainerLogStream, string> line)
    {
        while (true)
        {
            var rest = new ReadOnlySpan<byte>(_buffer, _start, _end - _start);
            var newline = rest.IndexOf((byte)'\n');
            if (newline < 0)
            {
                return;
            }

            TakePieces(rest.Slice(0, newline + 1), line);
            _start += newline + 1;
        }
    }

    // Of a terminal's output the pieces of a long line come one behind the other, each with its own time, and nothing but their size tells where one ends.
    private void TakePieces(ReadOnlySpan<byte> bytes, Action<DateTime, ContainerLogStream, string> line)
    {
        while (_times && EngineTime.TryRead(bytes, out _, out var length) && length + 1 + PieceSize is var end && end < bytes.Length
            && EngineTime.TryRead(bytes.Slice(end), out _, out _))
        {
            TakeLine(ContainerLogStream.StdOut, bytes.Slice(0, end), line);
            bytes = bytes.Slice(end);
        }

        TakeLine(ContainerLogStream.StdOut, bytes, line);
    }

    private void TakeLine(ContainerLogStream stream, ReadOnlySpan<byte> bytes, Action<DateTime, ContainerLogStream, string> line)
    {
        var time = default(DateTime);
        if (_times && EngineTime.TryRead(bytes, out time, out var length))
        {
            bytes = bytes.Slice(Math.Min(length + 1, bytes.Length));
        }

        // The engine splits lines of more than 16 KiB, and gives each piece a time: what does not end the line is kept for the piece that does.
        var whole = bytes.Length > 0 && bytes[bytes.Length - 1] == '\n';
        ref var partial = ref _partial[(int)stream];
        if (!whole)
        {
            (partial ??= new PartialLine(time)).Append(bytes);
            return;
        }

        bytes = bytes.Slice(0, bytes.Length - 1);
        if (partial is null)
        {
            line(time, stream, Text(WithoutReturn(bytes)));
            return;
        }

        // The pieces may part the two characters that end a terminal's line.
        partial.Append(bytes);
        line(partial.Time, stream, Text(WithoutReturn(partial.Bytes)));
        partial = null;
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) =>
        line.Length > 0 && line[line.Length - 1] == '\r' ? line.Slice(0, line.Length - 1) : line;

    private void EndPartialLines(Action<DateTime, ContainerLogStream, string> line)
    {
        if (!_framed && _end > _start)
        {
            TakePieces(new ReadOnlySpan<byte>(_buffer, _start, _end - _start), line);
            _start = _end;
        }

        for (var stream = 1; stream < _partial.Length; stream++)
        {
            if (_partial[stream] is { } rest)
            {
                _partial[stream] = null;
                line(rest.Time, (ContainerLogStream)stream, Text(rest.Bytes));
            }
        }
    }

#if NET
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
#else
    private static unsafe string Text(ReadOnlySpan<byte> bytes)
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
