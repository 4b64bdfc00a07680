using System;
using System.Buffers.Binary;
using DockerPS.Connection;

namespace DockerPS.Streams;

/// <summary>Takes an answer's bytes apart into frames of either output; without frames, as from a terminal, hands out the bytes as they are.</summary>
/// <param name="stream">The open answer.</param>
/// <param name="framed">The outputs come in frames; without a terminal they do.</param>
/// <param name="what">What is read, for a failure.</param>
internal sealed class FrameReader(HotStream stream, bool framed, string what)
{
    private const int FrameHead = 8;
    private const int LargestFrame = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>What has come and was not taken yet.</summary>
    public ReadOnlySpan<byte> Rest => new(_buffer, _start, _end - _start);

    /// <summary>Takes bytes of what has come.</summary>
    public void Skip(int count) => _start += count;

    /// <summary>Reads what has come, as soon as something has.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="DockerException">The end is in the middle of a frame.</exception>
    public bool Fill()
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

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        if (read == 0 && framed && _end > 0)
        {
            throw Failures.Lost(stream.Endpoint, inner: null);
        }

        return read > 0;
    }

    /// <summary>Takes the next frame, if it is there whole.</summary>
    /// <param name="output">Which output it is of.</param>
    /// <param name="payload">Its bytes, good until the next <see cref="Fill"/>.</param>
    public bool TryTake(out ContainerLogStream output, out ReadOnlySpan<byte> payload)
    {
        output = ContainerLogStream.StdOut;
        payload = default;
        if (!framed)
        {
            payload = Rest;
            _start = _end;
            return payload.Length > 0;
        }

        if (_end - _start < FrameHead)
        {
            return false;
        }

        var head = new ReadOnlySpan<byte>(_buffer, _start, FrameHead);
        var length = BinaryPrimitives.ReadInt32BigEndian(head.Slice(4));
        if (head[0] > 3 || length is < 0 or > LargestFrame)
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The {what} is not in frames that can be read.");
        }

        if (_end - _start - FrameHead < length)
        {
            if (_buffer.Length < FrameHead + length)
            {
                Array.Resize(ref _buffer, FrameHead + length + (64 * 1024));
            }

            return false;
        }

        payload = new ReadOnlySpan<byte>(_buffer, _start + FrameHead, length);
        if (head[0] == 3)
        {
            // The engine's own word on an output that it can't go on with.
            throw new DockerException(DockerError.EngineError, Utf8Text.Of(payload)) { Engine = stream.Endpoint.Name };
        }

        output = head[0] == 2 ? ContainerLogStream.StdErr : ContainerLogStream.StdOut;
        _start += FrameHead + length;
        return true;
    }
}
