using System;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("1", 1, "1")]
    [InlineData("1000", 1000, "1000")]
    [InlineData("1024", 1024, "1k")]
    [InlineData("1b", 1, "1")]
    [InlineData("1B", 1, "1")]
    [InlineData("1k", 1024, "1k")]
    [InlineData("1kb", 1024, "1k")]
    [InlineData("1KiB", 1024, "1k")]
    [InlineData("6m", 6291456, "6m")]
    [InlineData("512MB", 536870912, "512m")]
    [InlineData("1g", 1073741824, "1g")]
    [InlineData("1.5g", 1610612736, "1536m")]
    [InlineData("1.1g", 1181116006, "1181116006")]
    [InlineData("1 g", 1073741824, "1g")]
    [InlineData("1 gb", 1073741824, "1g")]
    [InlineData(".5g", 536870912, "512m")]
    [InlineData("5.", 5, "5")]
    [InlineData("1.9", 1, "1")]
    [InlineData("1e3k", 1024000, "1000k")]
    [InlineData("+5m", 5242880, "5m")]
    [InlineData("2t", 2199023255552, "2t")]
    [InlineData("3P", 3377699720527872, "3p")]
    [InlineData("4096p", 4611686018427387904, "4096p")]
    public void What_docker_takes_prints_back(string text, long bytes, string printed) =>
        Assert.Equal(bytes, NotationAssert.Prints<ByteSize>(text, printed).Bytes);

    [Theory]
    [InlineData("", "no number")]
    [InlineData("x", "no number")]
    [InlineData("g", "no number")]
    [InlineData("1  g", "no number")]
    [InlineData("1,5g", "no number")]
    [InlineData(" 1g", "no number")]
    [InlineData("1g ", "no number")]
    [InlineData("0x10", "no number")]
    [InlineData("inf", "no number")]
    [InlineData("1x", "'x' is not a unit")]
    [InlineData("1gbb", "'gbb'")]
    [InlineData("1bb", "'bb'")]
    [InlineData("1gi", "'gi'")]
    [InlineData("1bib", "'bib'")]
    [InlineData("1e", "'e' is not a unit")]
    [InlineData("-1", "negative")]
    [InlineData("1e30", "more bytes than can be counted")]
    [InlineData("8192p", "more bytes than can be counted")]
    public void What_is_no_size_is_refused(string text, string words)
    {
        NotationAssert.Refuses(value => new ByteSize(value), text, words);
        Assert.False(ByteSize.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Memory 512MB", "512m")]
    [InlineData("-Memory 512m", "512m")]
    [InlineData("-Memory 1.5GB", "1536m")]
    [InlineData("-Memory 1.5g", "1536m")]
    [InlineData("-Memory (2 * 1GB)", "2g")]
    [InlineData("-Memory 0x100000", "1m")]
    [InlineData("-Memory 12e4", "120000")]
    [InlineData("-Memory 0", "0")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Fact]
    public void Numbers_are_bytes()
    {
        Assert.Equal(512L << 20, LanguagePrimitives.ConvertTo<ByteSize>(512 << 20).Bytes);
        Assert.Equal(5L << 30, LanguagePrimitives.ConvertTo<ByteSize>(5L << 30).Bytes);
        Assert.Equal(322122547, LanguagePrimitives.ConvertTo<ByteSize>(0.3 * (1 << 30)).Bytes);
        Assert.Equal(7, LanguagePrimitives.ConvertTo<ByteSize>(7m).Bytes);
        Assert.Equal(7, new ByteSize(7).Bytes);
        Assert.Throws<FormatException>(() => new ByteSize(-7));
    }

    [Fact]
    public void What_can_be_no_size_is_refused()
    {
        Assert.Contains("negative", Bound.Refusal<ByteSize>(-1), StringComparison.Ordinal);
        Assert.Contains("can be counted", Bound.Refusal<ByteSize>(ulong.MaxValue), StringComparison.Ordinal);
        Assert.Contains("can be counted", Bound.Refusal<ByteSize>(double.NaN), StringComparison.Ordinal);
        Assert.Contains("a boolean can't stand here", Bound.Refusal<ByteSize>(true), StringComparison.Ordinal);
        Assert.Contains("System.TimeSpan", Bound.Refusal<ByteSize>(TimeSpan.FromSeconds(1)), StringComparison.Ordinal);
    }
}
