using System;
using System.Formats.Tar;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DockerPS.Archives;
using Xunit;
using TarEntry = DockerPS.Archives.TarEntry;
using TarReader = DockerPS.Archives.TarReader;

namespace DockerPS.Tests.Unit.Archives;

public sealed class TarTests
{
    public static TheoryData<string> Names =>
    [
        "plain", "a/b/c", "with space", "\u00FCn\u00EFc\u00F6de/\u6587\u4EF6", new string('n', 100), new string('n', 101), new string('l', 255) + "/" + new string('m', 255), "line\nfeed", "back\\slash",
    ];

    [Theory, MemberData(nameof(Names))]
    public void Name_is_written_and_read_again_here_and_elsewhere(string name)
    {
        var entry = TestArchive.File(name) with { UserId = 3_000_000, GroupId = 70_000, UserName = "\u00FCser", Modified = -5 };
        var archive = TestArchive.Write([entry, TestArchive.Link("link", name), TestArchive.Folder("d/")]);

        var reader = TestArchive.Read(archive);
        var read = reader.Next()!;
        Assert.Equal(entry, read with { Others = entry.Others });
        Assert.Equal("taken", Encoding.ASCII.GetString(reader.Read()));
        Assert.Equal(0, reader.Read().Count);
        Assert.Equal((TarEntryKind.SymbolicLink, name), (reader.Next() is { } link ? (link.Kind, link.LinkName) : default));
        Assert.Equal(TarEntryKind.Folder, reader.Next()!.Kind);
        Assert.Null(reader.Next());

        using var other = new System.Formats.Tar.TarReader(new MemoryStream(archive));
        var same = other.GetNextEntry(copyData: true)!;
        Assert.Equal((name, 3_000_000, 70_000, 5), (same.Name, same.Uid, same.Gid, same.Length));
        Assert.Equal(-5, same.ModificationTime.ToUnixTimeSeconds());
        Assert.Equal(name, other.GetNextEntry()!.LinkName);
    }

    [Theory]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.V7)]
    public void Formats_of_others_are_read(TarEntryFormat format)
    {
        var name = format is TarEntryFormat.Pax or TarEntryFormat.Gnu ? "f/" + new string('x', 180) : "f/" + new string('x', 80);
        var bytes = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(bytes, format, leaveOpen: true))
        {
            System.Formats.Tar.TarEntry entry = format switch
            {
                TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                _ => new V7TarEntry(TarEntryType.V7RegularFile, name),
            };
            entry.ModificationTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
            entry.DataStream = new MemoryStream(new byte[1000]);
            writer.WriteEntry(entry);
        }

        var read = TestArchive.Read(bytes.ToArray(), pieceLength: 7).Next()!;
        Assert.Equal((name, TarEntryKind.File, 1000, 1_700_000_000), (read.Name, read.Kind, read.Size, read.Modified));
    }

    [Fact]
    public void Attributes_are_handed_on()
    {
        var entry = TestArchive.File("f") with { Others = [new("SCHILY.xattr.user.a", [0, 1, 10, 255])] };
        var read = TestArchive.Read(TestArchive.Write([entry])).Next()!;
        var (key, value) = Assert.Single(read.Others);
        Assert.Equal("SCHILY.xattr.user.a", key);
        Assert.Equal(new byte[] { 0, 1, 10, 255 }, value);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(8_589_934_591L)]
    [InlineData(8_589_934_592L)]
    [InlineData(5_000_000_000_000L)]
    public void Size_of_any_length_is_read(long size)
    {
        var header = new MemoryStream();
        new DockerPS.Archives.TarWriter(header).Begin(new TarEntry { Name = "large", Kind = TarEntryKind.File, Size = size });
        Assert.Equal(size, TestArchive.Read([.. header.ToArray(), .. new byte[1024]]).Next()!.Size);
    }

    [Fact]
    public void Number_in_base_256_is_read()
    {
        var archive = TestArchive.Alter(TestArchive.Write([TestArchive.Folder("d/")]), block =>
        {
            new byte[] { 0x80, 0, 0, 0, 0, 0x2D, 0xC6, 0xC0 }.CopyTo(block, TarHeader.UserId.Offset);
            new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFB }.CopyTo(block, TarHeader.Modified.Offset);
        });
        var read = TestArchive.Read(archive).Next()!;
        Assert.Equal((3_000_000, -5), (read.UserId, read.Modified));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(512)]
    [InlineData(515)]
    [InlineData(1024)]
    public void Archive_that_is_cut_off_is_no_whole_one(int length)
    {
        var archive = TestArchive.Write([TestArchive.File("f")]).Take(length).ToArray();
        Assert.Throws<EndOfStreamException>(() => ReadAll(TestArchive.Read(archive)));
    }

    public static TheoryData<string> Damages => ["checksum", "digits", "negative", "kind", "record", "extended"];

    [Theory, MemberData(nameof(Damages))]
    public void Damage_is_said(string damage)
    {
        var archive = TestArchive.Write([TestArchive.File(damage == "record" ? new string('r', 150) : "f")]);
        archive = damage switch
        {
            "checksum" => [.. archive[..50], 1, .. archive[51..]],
            "digits" => TestArchive.Alter(archive, block => block[TarHeader.Size.Offset + 2] = (byte)'x'),
            "negative" => TestArchive.Alter(archive, block => block.AsSpan(TarHeader.Size.Offset, TarHeader.Size.Length).Fill(0xFF)),
            "kind" => TestArchive.Alter(archive, block => block[TarHeader.Kind.Offset] = (byte)'?'),
            "record" => [.. archive[..512], (byte)'9', .. archive[513..]],
            _ => TestArchive.Alter(archive, block =>
            {
                block[TarHeader.Kind.Offset] = (byte)'x';
                TarHeader.WriteNumber(block, TarHeader.Size, 1_000_000_000);
            }),
        };
        var failure = Assert.Throws<DockerException>(() => ReadAll(TestArchive.Read(archive)));
        Assert.Equal(DockerError.InvalidAnswer, failure.Error);
    }

    [Fact]
    public void Content_must_be_as_long_as_its_header_says()
    {
        var writer = new DockerPS.Archives.TarWriter(new MemoryStream());
        writer.Begin(TestArchive.File("f"));
        Assert.Throws<InvalidOperationException>(() => writer.Content(new byte[6], 0, 6));
        Assert.Throws<InvalidOperationException>(writer.Finish);
    }

    private static void ReadAll(TarReader reader)
    {
        while (reader.Next() is { } entry)
        {
            Assert.True(entry.Name.Length > 0, string.Create(CultureInfo.InvariantCulture, $"{entry.Size}"));
        }
    }
}
