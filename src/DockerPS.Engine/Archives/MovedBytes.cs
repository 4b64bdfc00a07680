using System;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>Counts the bytes of a copy and reports them, not more often than every mebibyte.</summary>
internal sealed class MovedBytes(IProgress<TransferProgress>? progress, string status)
{
    private const long Step = 1024 * 1024;

    private long _moved;
    private long _reported = -Step;

    /// <summary>Bytes in all; zero where that is not known.</summary>
    public long Total { get; set; }

    public void Add(int count)
    {
        _moved += count;
        if (progress is not null && _moved - _reported >= Step)
        {
            _reported = _moved;
            progress.Report(new TransferProgress { Status = status, Current = _moved, Total = Total });
        }
    }
}
