using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>An archive on its way to an engine: read in large pieces as the engine takes them, and never held as a whole.</summary>
internal sealed class ArchiveContent : HttpContent
{
    private const int PieceLength = 1024 * 1024;

    private readonly Stream _archive;
    private readonly long? _length;
    private readonly IProgress<TransferProgress>? _progress;

    /// <summary>Makes the body of a request.</summary>
    /// <param name="archive">The archive, which is not disposed with it.</param>
    /// <param name="length">How many bytes it has; null where that is not known.</param>
    /// <param name="progress">Gets the bytes that have gone; null for nobody.</param>
    public ArchiveContent(Stream archive, long? length, IProgress<TransferProgress>? progress)
    {
        (_archive, _length, _progress) = (archive, length, progress);
        Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length ?? 0;
        return _length is not null;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var piece = new byte[PieceLength];
        var sent = 0L;
        for (int read; (read = Read(piece)) > 0;)
        {
#if NET
            await stream.WriteAsync(piece.AsMemory(0, read)).ConfigureAwait(false);
#else
            await stream.WriteAsync(piece, 0, read).ConfigureAwait(false);
#endif
            sent += read;
            _progress?.Report(new TransferProgress { Status = "Sending", Current = sent, Total = _length ?? 0 });
        }
    }

    // A local file is read faster by a thread that waits than by one that is called back.
    private int Read(byte[] piece)
    {
        try
        {
            return _archive.Read(piece, 0, piece.Length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DockerException(DockerError.LoadFailed, $"The archive can't be read: {failure.Message}", failure);
        }
    }
}
