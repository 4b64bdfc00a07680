using System;

namespace DockerPS.Streams;

/// <summary>The pieces of a line whose end has not come. Kept as bytes, since a piece may end within a character.</summary>
internal sealed class PartialLine(DateTime time)
{
    private byte[] _bytes = new byte[32 * 1024];
    private int _length;

    /// <summary>The first piece's time.</summary>
    public DateTime Time { get; } = time;

    /// <summary>What has come so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < _length + bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
