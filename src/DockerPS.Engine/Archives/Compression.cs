using System;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;

namespace DockerPS.Archives;

/// <summary>
/// Archives come compressed or plain. Docker reads gzip, bzip2 and xz itself, so those go as they are; zstd only from Docker 23 on. Podman's Docker API takes no gzip.
/// </summary>
internal static class Compression
{
    private static readonly byte[] Gzip = [0x1F, 0x8B];
    private static readonly byte[] Zstandard = [0x28, 0xB5, 0x2F, 0xFD];
    private static readonly byte[] Bzip2 = [(byte)'B', (byte)'Z', (byte)'h'];
    private static readonly byte[] Xz = [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];

    /// <summary>The first version whose engines read zstd.</summary>
    private static readonly Version ReadsZstandard = new(1, 42);

    /// <summary>The archive in a form that the engine reads, with its length where that is known.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="length">Its length; null where it is not known.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancel">Ends the call.</param>
    public static async Task<(Stream Archive, long? Length)> SuitAsync(Stream archive, long? length, EngineClient client, CancellationToken cancel)
    {
        var engine = await client.GreetingAsync(cancel).ConfigureAwait(false);
        if (engine.UsedApiVersion >= ReadsZstandard && !engine.IsPodman)
        {
            return (archive, length);
        }

        var beginning = new byte[Zstandard.Length];
        var read = Fill(archive, beginning);
        var whole = new PrefixedStream(beginning, read, archive);
        var first = beginning.AsSpan(0, read);
        return first.StartsWith(Zstandard) ? (new ZstdSharp.DecompressionStream(whole), null)
            : engine.IsPodman && first.StartsWith(Gzip) ? (new GZipStream(whole, CompressionMode.Decompress), null)
            : (whole, length);
    }

    /// <summary>An archive unpacked, as far as it can be here: it is plain, or compressed with gzip or zstd. Null for bzip2 and xz.</summary>
    /// <param name="archive">The archive, at its beginning.</param>
    public static Stream? Unpack(FileStream archive)
    {
        var beginning = new byte[Xz.Length];
        var first = beginning.AsSpan(0, Fill(archive, beginning));
        archive.Position = 0;
        return first.StartsWith(Gzip) ? new GZipStream(archive, CompressionMode.Decompress)
            : first.StartsWith(Zstandard) ? new ZstdSharp.DecompressionStream(archive)
            : first.StartsWith(Bzip2) || first.StartsWith(Xz) ? null
            : archive;
    }

    private static int Fill(Stream stream, byte[] buffer)
    {
        var count = 0;
        for (int read; count < buffer.Length && (read = stream.Read(buffer, count, buffer.Length - count)) > 0;)
        {
            count += read;
        }

        return count;
    }
}
