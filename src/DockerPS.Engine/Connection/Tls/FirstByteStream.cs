using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Connection.Tls;

/// <summary>Remembers the first byte that came: by it a server that speaks TLS is told from one that does not, whatever the platform calls the failure.</summary>
internal sealed class FirstByteStream(Stream inner) : Stream
{
    private const int Handshake = 0x16;
    private const int Alert = 0x15;

    private int _first = -1;

    /// <summary>Something came, and it was no TLS.</summary>
    public bool CameInPlain => _first is not (-1 or Handshake or Alert);

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Note(read, buffer, offset);
        return read;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        var read = await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        Note(read, buffer, offset);
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_first < 0 && read > 0)
        {
            _first = buffer.Span[0];
        }

        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);
#endif

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(int read, byte[] buffer, int offset)
    {
        if (_first < 0 && read > 0)
        {
            _first = buffer[offset];
        }
    }
}
