using System;
using System.IO;
using System.Threading;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Archives;

/// <summary>Copies a tar archive out of a connection that ends with it. The archive's own end tells whether the connection ended too early.</summary>
internal static class ArchiveCopy
{
    private const int BlockLength = 512;

    /// <summary>Copies; the calling thread is blocked meanwhile.</summary>
    /// <param name="source">The connection.</param>
    /// <param name="target">Gets the archive.</param>
    /// <param name="progress">Gets the bytes that have come.</param>
    /// <param name="cancel">Ends the copy: the caller closes the connection with it.</param>
    public static void Run(HotStream source, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var buffer = new byte[256 * 1024];
        var total = 0L;
        var zeros = 0L;
        for (int read; (read = source.Read(buffer, 0, buffer.Length)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            target.Write(buffer, 0, read);
            total += read;
            zeros = TrailingZeros(buffer, read) is var tail && tail == read ? zeros + read : tail;
            progress?.Report(new TransferProgress { Status = "Receiving", Current = total });
        }

        // Two empty blocks end an archive.
        if (total % BlockLength != 0 || zeros < 2 * BlockLength)
        {
            throw Failures.Lost(source.Endpoint, inner: null);
        }
    }

    private static int TrailingZeros(byte[] buffer, int length)
    {
        var at = length;
        while (at > 0 && buffer[at - 1] == 0)
        {
            at--;
        }

        return length - at;
    }
}
