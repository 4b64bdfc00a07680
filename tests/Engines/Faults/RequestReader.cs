using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>Splits what a client sends on one connection into requests: a kept connection carries several.</summary>
internal sealed class RequestReader(Stream stream)
{
    private const int LongestHead = 1 << 20;

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    private ReadOnlyMemory<byte> Buffered => _buffer.AsMemory(_start, _end - _start);

    /// <summary>The next request's head, or null when the client has ended.</summary>
    public async Task<RequestHead?> ReadHeadAsync(CancellationToken cancel)
    {
        var end = await FindAsync("\r\n\r\n"u8.ToArray(), cancel);
        return end < 0 ? null : new RequestHead(Take(end));
    }

    /// <summary>Passes the body of the request on as it is on the wire, chunk by chunk.</summary>
    public async Task CopyBodyAsync(RequestHead head, Stream to, CancellationToken cancel)
    {
        if (!head.IsChunked)
        {
            await CopyAsync(head.ContentLength, to, cancel);
            return;
        }

        while (true)
        {
            var line = Take(await DemandAsync("\r\n"u8.ToArray(), cancel));
            await to.WriteAsync(line, cancel);
            var size = long.Parse(Encoding.ASCII.GetString(line).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                break;
            }

            await CopyAsync(size + 2, to, cancel);
        }

        // Trailers, if any, up to an empty line.
        byte[] trailer;
        do
        {
            trailer = Take(await DemandAsync("\r\n"u8.ToArray(), cancel));
            await to.WriteAsync(trailer, cancel);
        }
        while (trailer.Length > 2);
    }

    /// <summary>Passes on all that comes until the client ends: after an upgrade there are no more requests.</summary>
    public async Task CopyRestAsync(Stream to, CancellationToken cancel)
    {
        do
        {
            await to.WriteAsync(Take(_end - _start), cancel);
        }
        while (await FillAsync(cancel));
    }

    private async Task CopyAsync(long count, Stream to, CancellationToken cancel)
    {
        while (count > 0)
        {
            if (_start == _end && !await FillAsync(cancel))
            {
                throw new EndOfStreamException("The client ended inside a request's body.");
            }

            var part = Take((int)Math.Min(count, _end - _start));
            await to.WriteAsync(part, cancel);
            count -= part.Length;
        }
    }

    private async Task<int> DemandAsync(byte[] mark, CancellationToken cancel) =>
        await FindAsync(mark, cancel) is >= 0 and var end ? end : throw new EndOfStreamException("The client ended inside a request.");

    /// <summary>How many bytes there are up to and with the mark; -1 when the client ends before it.</summary>
    private async Task<int> FindAsync(byte[] mark, CancellationToken cancel)
    {
        while (true)
        {
            if (Buffered.Span.IndexOf(mark) is >= 0 and var found)
            {
                return found + mark.Length;
            }

            if (Buffered.Length > LongestHead || !await FillAsync(cancel))
            {
                return -1;
            }
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancel)
    {
        if (_start > 0)
        {
            Buffered.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancel);
        _end += count;
        return count > 0;
    }

    private byte[] Take(int count)
    {
        var taken = _buffer.AsSpan(_start, count).ToArray();
        _start += count;
        return taken;
    }
}
