using System;
using System.Text;

namespace DockerPS.Streams;

/// <summary>The pieces of a line whose end has not come. Kept as bytes, since a piece may end within a character.</summary>
internal sealed class PartialLine(DateTime time)
{
    private byte[] _bytes = new byte[32 * 1024];
    private int _length;

    /// <summary>The first piece's time.</summary>
    public DateTime Time { get; } = time;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < _length + bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public override string ToString() => Encoding.UTF8.GetString(_bytes, 0, _length);
}
