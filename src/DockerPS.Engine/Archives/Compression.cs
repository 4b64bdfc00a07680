using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;

namespace DockerPS.Archives;

/// <summary>
/// Archives come compressed or plain. All engines read gzip, bzip2 and xz themselves, so those go as they are; zstd only from Docker 23 on.
/// </summary>
internal static class Compression
{
    private static readonly byte[] Zstandard = [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>The first version whose engines read zstd.</summary>
    private static readonly Version ReadsZstandard = new(1, 42);

    /// <summary>The archive in a form that the engine reads, with its length where that is known.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="length">Its length; null where it is not known.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancel">Ends the call.</param>
    public static async Task<(Stream Archive, long? Length)> SuitAsync(Stream archive, long? length, EngineClient client, CancellationToken cancel)
    {
        var used = (await client.GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion;
        if (used >= ReadsZstandard)
        {
            return (archive, length);
        }

        var beginning = new byte[Zstandard.Length];
        var read = Fill(archive, beginning);
        var whole = new PrefixedStream(beginning, read, archive);
        return read == Zstandard.Length && beginning.AsSpan().SequenceEqual(Zstandard)
            ? (new ZstdSharp.DecompressionStream(whole), null)
            : (whole, length);
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
