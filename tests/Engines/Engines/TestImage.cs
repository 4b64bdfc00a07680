using System;
using System.Formats.Tar;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>The file system of the image that tests run: Debian's static busybox with a link for each of its commands.</summary>
public static class TestImage
{
    public const string Reference = "busybox:test";

    public const string PageText = "hello from a container";

    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    private const UnixFileMode Readable = (UnixFileMode)0b110_100_100;

    // All engines of a process get the same file system.
    private static readonly Lazy<Task<byte[]>> Archive = new(MakeArchiveAsync);

    /// <summary>The root file system as a tar archive.</summary>
    public static Task<byte[]> ArchiveAsync() => Archive.Value;

    private static async Task<byte[]> MakeArchiveAsync()
    {
        var busybox = await File.ReadAllBytesAsync("/bin/busybox");
        var applets = (await Tool.DemandAsync("/bin/busybox", ["--list"])).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(applet => applet != "busybox");

        using var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var folder in (string[])["bin", "etc", "root", "www", "tmp"])
            {
                await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.Directory, folder)
                {
                    Mode = folder == "tmp" ? (UnixFileMode)0b001_111_111_111 : Executable,
                });
            }

            await WriteFileAsync(tar, "bin/busybox", busybox, Executable);
            foreach (var applet in applets)
            {
                await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.SymbolicLink, "bin/" + applet) { LinkName = "busybox" });
            }

            await WriteFileAsync(tar, "etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n"u8.ToArray(), Readable);
            await WriteFileAsync(tar, "etc/group", "root:x:0:\nnogroup:x:65534:\n"u8.ToArray(), Readable);
            await WriteFileAsync(tar, "www/index.html", Encoding.UTF8.GetBytes(PageText + "\n"), Readable);
        }

        return bytes.ToArray();
    }

    private static async Task WriteFileAsync(TarWriter tar, string path, byte[] content, UnixFileMode mode)
    {
        using var data = new MemoryStream(content);
        await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, path) { Mode = mode, DataStream = data });
    }
}
