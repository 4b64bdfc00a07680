using System;
using System.IO;
using System.Linq;

namespace DockerPS.Builds;

/// <summary>Tells a file that an engine takes as a context from others, by its first bytes.</summary>
internal static class ArchiveKind
{
    private const int MagicOffset = 257;

    private static readonly byte[][] s_compressed =
    [
        [0x1F, 0x8B],
        [0x42, 0x5A, 0x68],
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
        [0x28, 0xB5, 0x2F, 0xFD],
    ];

    /// <exception cref="DockerException">The file is no tar archive, plain or compressed, or can't be read.</exception>
    public static void Demand(string path)
    {
        var beginning = new byte[512];
        var length = 0;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            for (int read; length < beginning.Length && (read = file.Read(beginning, length, beginning.Length - length)) > 0;)
            {
                length += read;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.InvalidArgument, $"The context {path} can't be read: {failure.Message}", failure);
        }

        var isTar = length == beginning.Length && beginning.AsSpan(MagicOffset, 5).SequenceEqual("ustar"u8);
        if (!isTar && !Array.Exists(s_compressed, magic => beginning.Take(magic.Length).SequenceEqual(magic)))
        {
            throw new DockerException(
                DockerError.InvalidArgument, $"The context {path} is neither a folder nor a tar archive. A Dockerfile elsewhere is given with -File.");
        }
    }
}
