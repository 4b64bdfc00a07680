using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class SwapSizeTests
{
    [Theory]
    [InlineData("-1", "-1", -1)]
    [InlineData("0", "0", 0)]
    [InlineData("1g", "1g", 1073741824)]
    public void What_docker_takes_prints_back(string text, string printed, long bytes)
    {
        var size = NotationAssert.Prints<SwapSize>(text, printed);
        Assert.Equal(bytes, size.Bytes);
        Assert.Equal(bytes < 0, size.IsUnlimited);
    }

    [Theory]
    [InlineData("-2", "negative")]
    [InlineData("-1g", "negative")]
    [InlineData("", "no number")]
    public void What_docker_refuses_is_refused(string text, string words)
    {
        NotationAssert.Refuses(value => new SwapSize(value), text, words);
        Assert.False(SwapSize.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-MemorySwap -1", "-1")]
    [InlineData("-MemorySwap $(-1)", "-1")]
    [InlineData("-MemorySwap 1GB", "1g")]
    [InlineData("-MemorySwap 1.5GB", "1536m")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Fact]
    public void Other_negative_numbers_are_refused() => Assert.Contains("negative", Bound.Refusal<SwapSize>(-2), StringComparison.Ordinal);
}
