using System;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class CpuCountTests
{
    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("1", 1_000_000_000, "1")]
    [InlineData("1.", 1_000_000_000, "1")]
    [InlineData("+1", 1_000_000_000, "1")]
    [InlineData("1.50", 1_500_000_000, "1.5")]
    [InlineData(".5", 500_000_000, "0.5")]
    [InlineData("1/2", 500_000_000, "0.5")]
    [InlineData("3/8", 375_000_000, "0.375")]
    [InlineData("1e-3", 1_000_000, "0.001")]
    [InlineData("1e2", 100_000_000_000, "100")]
    [InlineData("0.000000001", 1, "0.000000001")]
    public void What_docker_takes_prints_back(string text, long nano, string printed) =>
        Assert.Equal(nano, NotationAssert.Prints<CpuCount>(text, printed).NanoCpus);

    [Theory]
    [InlineData("", "not a number")]
    [InlineData("x", "not a number")]
    [InlineData(" 1", "not a number")]
    [InlineData("1,5", "not a number")]
    [InlineData("1/0", "not a number")]
    [InlineData("1/-2", "not a number")]
    [InlineData("1.5/2", "not a number")]
    [InlineData("1/3", "too precise")]
    [InlineData("1.2345678901", "too precise")]
    [InlineData("-1", "negative")]
    [InlineData("1e20", "can be counted")]
    public void What_is_no_number_of_processors_is_refused(string text, string words)
    {
        NotationAssert.Refuses(value => new CpuCount(value), text, words);
        Assert.False(CpuCount.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Cpus 2", "2")]
    [InlineData("-Cpus 1.50", "1.5")]
    [InlineData("-Cpus .5", "0.5")]
    [InlineData("-Cpus 1/2", "0.5")]
    [InlineData("-Cpus (1/3)", "0.333333333")]
    [InlineData("-Cpus (0.1 + 0.2)", "0.3")]
    [InlineData("-Cpus 1.5d", "1.5")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Fact]
    public void What_can_be_no_number_of_processors_is_refused()
    {
        Assert.Contains("negative", Bound.Refusal<CpuCount>(-0.5), StringComparison.Ordinal);
        Assert.Contains("NaN is not a number of processors", Bound.Refusal<CpuCount>(double.NaN), StringComparison.Ordinal);
        Assert.Equal(1.5m, LanguagePrimitives.ConvertTo<CpuCount>(1.5f).Count);
    }
}
