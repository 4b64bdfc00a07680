using System;
using System.IO;
using System.IO.Compression;
using System.Threading;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>An archive that a user gives: plain or compressed by gzip it is read here, any other is the engine's to read.</summary>
internal sealed class ImportedArchive : IDisposable
{
    private readonly Stream _content;

    private ImportedArchive(Stream content, bool isTar, long length)
    {
        _content = content;
        IsTar = isTar;
        Length = length;
    }

    /// <summary>It can be read entry by entry.</summary>
    public bool IsTar { get; }

    /// <summary>The length of what is sent; zero where that is not known.</summary>
    public long Length { get; }

    /// <summary>Looks at how a file begins.</summary>
    /// <param name="file">The file, which can be sought in; it stays open.</param>
    /// <param name="cancel">Ends the look.</param>
    public static ImportedArchive Open(Stream file, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var block = new byte[TarHeader.BlockLength];
        var length = 0;
        for (int read; length < block.Length && (read = file.Read(block, length, block.Length - length)) > 0;)
        {
            length += read;
        }

        file.Position = 0;
        return block is [0x1F, 0x8B, ..] ? new ImportedArchive(new GZipStream(file, CompressionMode.Decompress, leaveOpen: true), isTar: true, length: 0)
            : new ImportedArchive(file, length == block.Length && TarHeader.IsSound(block), file.Length);
    }

    public TarReader Reader() => new(
        _content.Read,
        () => new DockerException(DockerError.InvalidArgument, "The archive ends before its end: a part of it is missing."));

    public void CopyTo(Stream target, Action<int> moved, CancellationToken cancel)
    {
        var buffer = new byte[256 * 1024];
        for (int read; (read = _content.Read(buffer, 0, buffer.Length)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            target.Write(buffer, 0, read);
            moved(read);
        }
    }

    public void Dispose()
    {
        if (_content is GZipStream)
        {
            _content.Dispose();
        }
    }
}
