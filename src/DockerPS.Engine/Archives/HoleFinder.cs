using System;
using System.Collections.Generic;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>Finds long runs of zeros in a file that goes by in pieces.</summary>
internal sealed class HoleFinder
{
    /// <summary>A shorter run is not worth a hole.</summary>
    private const int ShortestRun = 16;

    private static readonly byte[] s_zeros = new byte[SparseFile.BlockLength];

    private readonly List<(long First, long Count)> _data = [];
    private long _block;
    private int _inBlock;
    private bool _isZero = true;
    private long _zeros;
    private bool _hasHole;

    /// <summary>Looks at the next piece.</summary>
    public void Add(ArraySegment<byte> piece)
    {
        var rest = new ReadOnlySpan<byte>(piece.Array, piece.Offset, piece.Count);
        while (rest.Length > 0)
        {
            var part = rest.Slice(0, Math.Min(rest.Length, SparseFile.BlockLength - _inBlock));
            _isZero = _isZero && part.SequenceEqual(s_zeros.AsSpan(0, part.Length));
            _inBlock += part.Length;
            rest = rest.Slice(part.Length);
            if (_inBlock == SparseFile.BlockLength)
            {
                EndBlock();
            }
        }
    }

    /// <summary>What lies between the runs; null where there are none.</summary>
    public IReadOnlyList<(long First, long Count)>? Finish()
    {
        if (_inBlock > 0)
        {
            EndBlock();
        }

        _hasHole |= _zeros >= ShortestRun;
        return _hasHole ? _data : null;
    }

    private void EndBlock()
    {
        if (_isZero)
        {
            _zeros++;
        }
        else
        {
            AddData();
        }

        _block++;
        _inBlock = 0;
        _isZero = true;
    }

    // Short runs are data too.
    private void AddData()
    {
        var isHole = _zeros >= ShortestRun;
        _hasHole |= isHole;
        var first = isHole ? _block : _block - _zeros;
        _zeros = 0;
        if (_data.Count > 0 && _data[_data.Count - 1] is var last && last.First + last.Count == first)
        {
            _data[_data.Count - 1] = (last.First, _block + 1 - last.First);
        }
        else
        {
            _data.Add((first, _block + 1 - first));
        }
    }
}
