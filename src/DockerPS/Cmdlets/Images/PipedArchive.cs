using System;
using System.IO;
using DockerPS.Cmdlets.Containers;

namespace DockerPS.Cmdlets.Images;

/// <summary>An archive that comes through the pipeline while it is sent on.</summary>
internal sealed class PipedArchive(StandardInput input) : Stream
{
    private byte[] _piece = new byte[64 * 1024];
    private int _start;
    private int _end;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, input.Take(ref _piece));
        }

        var some = Math.Min(count, _end - _start);
        Buffer.BlockCopy(_piece, _start, buffer, offset, some);
        _start += some;
        return some;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
