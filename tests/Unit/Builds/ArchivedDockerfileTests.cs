using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using DockerPS.Archives;
using DockerPS.Builds;
using Xunit;

namespace DockerPS.Tests.Unit.Builds;

public sealed class ArchivedDockerfileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("plain", "app/main.c")]
    [InlineData("gzip", "app/main.c")]
    [InlineData("zstd", "app/main.c")]
    // Names that begin like a compressed archive, or nearly so.
    [InlineData("plain", "Bin/tool")]
    [InlineData("plain", "(old)/tool")]
    [InlineData("plain", "BZ")]
    public void Dockerfile_is_found_whatever_stands_before_it(string form, string first)
    {
        Write(form, first, "Dockerfile");

        var found = ArchivedDockerfile.Find(_file, "./Dockerfile");

        Assert.Equal("FROM", Assert.Single(found!.Instructions).Keyword);
    }

    [Fact]
    public void What_is_not_there_or_not_read_here_is_left_to_the_builder()
    {
        Write("plain", "app/main.c", "other/Dockerfile");
        Assert.Null(ArchivedDockerfile.Find(_file, "Dockerfile"));

        foreach (var beginning in (byte[][])[[.. "BZh9"u8], [0xFD, .. "7zXZ"u8, 0], [0x1F, 0x8B, 8], [0x28, 0xB5, 0x2F, 0xFD, 1], [.. "no archive"u8], []])
        {
            File.WriteAllBytes(_file, beginning);
            Assert.Null(ArchivedDockerfile.Find(_file, "Dockerfile"));
        }

        Assert.Null(ArchivedDockerfile.Find(_file + ".none", "Dockerfile"));
    }

    private void Write(string form, params string[] names)
    {
        using var file = File.Create(_file);
        using Stream target = form switch { "gzip" => new GZipStream(file, CompressionLevel.Fastest), "zstd" => new ZstdSharp.CompressionStream(file), _ => file };
        var writer = new TarWriter(target);
        foreach (var (name, content) in names.Select(name => (name, Encoding.ASCII.GetBytes("FROM a:1\n"))))
        {
            writer.Begin(new TarEntry { Name = name, Kind = TarEntryKind.File, Mode = 0b110_100_100, Size = content.Length });
            writer.Content(content, 0, content.Length);
        }

        writer.Finish();
    }
}
