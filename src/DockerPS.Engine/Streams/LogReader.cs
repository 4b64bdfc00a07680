using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>
/// Takes a container's log apart: frames of either output, or the bare bytes of a terminal; times; and lines that the engine split because they are long.
/// </summary>
internal sealed class LogReader : ILogReader
{
    /// <summary>How much of a line the engine takes at once: a longer line is split into pieces of this size.</summary>
    private const int PieceSize = 16 * 1024;

    private readonly HotStream _stream;
    private readonly bool _framed;
    private readonly bool _times;
    private readonly Func<CancellationToken, Task> _confirmEnd;
    private readonly FrameReader _frames;
    private readonly PartialLine?[] _partial = new PartialLine?[3];

    /// <summary>Makes a reader.</summary>
    /// <param name="stream">The open answer.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="framed">The outputs come in frames; without a terminal they do.</param>
    /// <param name="times">Each line begins with its time.</param>
    /// <param name="confirmEnd">Asks the engine whether the end was one.</param>
    public LogReader(HotStream stream, string container, bool framed, bool times, Func<CancellationToken, Task> confirmEnd)
    {
        _stream = stream;
        _frames = new FrameReader(stream, framed, "log of " + container);
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
            if (!_frames.Fill())
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

    private void TakeFrames(Action<DateTime, ContainerLogStream, string> line)
    {
        while (_frames.TryTake(out var stream, out var payload))
        {
            TakeLine(stream, payload, line);
        }
    }

    private void TakeLines(Action<DateTime, ContainerLogStream, string> line)
    {
        while (true)
        {
            var rest = _frames.Rest;
            var newline = rest.IndexOf((byte)'\n');
            if (newline < 0)
            {
                return;
            }

            TakePieces(rest.Slice(0, newline + 1), line);
            _frames.Skip(newline + 1);
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
            line(time, stream, Utf8Text.OfLine(bytes));
            return;
        }

        // The pieces may part the two characters that end a terminal's line.
        partial.Append(bytes);
        line(partial.Time, stream, Utf8Text.OfLine(partial.Bytes));
        partial = null;
    }

    private void EndPartialLines(Action<DateTime, ContainerLogStream, string> line)
    {
        if (!_framed && _frames.Rest is { IsEmpty: false } last)
        {
            TakePieces(last, line);
            _frames.Skip(last.Length);
        }

        for (var stream = 1; stream < _partial.Length; stream++)
        {
            if (_partial[stream] is { } rest)
            {
                _partial[stream] = null;
                line(rest.Time, (ContainerLogStream)stream, Utf8Text.Of(rest.Bytes));
            }
        }
    }
}
