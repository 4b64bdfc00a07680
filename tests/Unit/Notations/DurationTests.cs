using System;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class DurationTests
{
    [Theory]
    [InlineData("0", 0, "0s")]
    [InlineData("0s", 0, "0s")]
    [InlineData("30s", 30_000_000_000, "30s")]
    [InlineData("+5s", 5_000_000_000, "5s")]
    [InlineData("1h30m", 5_400_000_000_000, "1h30m")]
    [InlineData("90m", 5_400_000_000_000, "1h30m")]
    [InlineData("1.5h", 5_400_000_000_000, "1h30m")]
    [InlineData("1h0m5s", 3_605_000_000_000, "1h5s")]
    [InlineData("1.5s", 1_500_000_000, "1.5s")]
    [InlineData(".5s", 500_000_000, "500ms")]
    [InlineData("1.s", 1_000_000_000, "1s")]
    [InlineData("100ms", 100_000_000, "100ms")]
    [InlineData("1s100ms", 1_100_000_000, "1.1s")]
    [InlineData("5us", 5_000, "5us")]
    [InlineData("5\u00b5s", 5_000, "5us")]
    [InlineData("5\u03bcs", 5_000, "5us")]
    [InlineData("1500ns", 1_500, "1.5us")]
    [InlineData("7ns", 7, "7ns")]
    [InlineData("0.0000000001s", 0, "0s")]
    [InlineData("2562047h47m16.854775807s", long.MaxValue, "2562047h47m16.854775807s")]
    public void What_docker_takes_prints_back(string text, long nanoseconds, string printed) =>
        Assert.Equal(nanoseconds, NotationAssert.Prints<Duration>(text, printed).Nanoseconds);

    [Theory]
    [InlineData("", "not a duration")]
    [InlineData("30", "lacks a unit: 30s is so many seconds")]
    [InlineData("1h30", "lacks a unit")]
    [InlineData(".s", "not a duration")]
    [InlineData("s", "not a duration")]
    [InlineData("1d", "'d' in '1d' is not a unit of time")]
    [InlineData("1h 3m", "'h '")]
    [InlineData("1.2.3s", "not a duration")]
    [InlineData("00:01:00", "':'")]
    [InlineData("5S", "'S'")]
    [InlineData("-5s", "negative")]
    [InlineData("+", "not a duration")]
    [InlineData("9999999h", "longer than 292 years")]
    [InlineData("99999999999999999999999999999999s", "not a duration")]
    public void What_is_no_duration_is_refused(string text, string words)
    {
        NotationAssert.Refuses(value => new Duration(value), text, words);
        Assert.False(Duration.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Timeout 30", "30s")]
    [InlineData("-Timeout 030", "30s")]
    [InlineData("-Timeout 1.5", "1.5s")]
    [InlineData("-Timeout 1m30s", "1m30s")]
    [InlineData("-Timeout ([timespan]'00:01:30')", "1m30s")]
    [InlineData("-Timeout 0", "0s")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Fact]
    public void It_is_a_time_span()
    {
        Assert.Equal(TimeSpan.FromMinutes(90), new Duration("1h30m").ToTimeSpan());
        Assert.Equal(new Duration("100ms"), new Duration(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(new Duration("1.5s"), Duration.FromSeconds(1.5m));
        Assert.Throws<FormatException>(() => new Duration(TimeSpan.FromSeconds(-1)));
        Assert.Throws<FormatException>(() => new Duration(TimeSpan.MaxValue));
    }

    [Fact]
    public void What_can_be_no_duration_is_refused()
    {
        Assert.Contains("negative", Bound.Refusal<Duration>(-1), StringComparison.Ordinal);
        Assert.Contains("can't be counted", Bound.Refusal<Duration>(double.NaN), StringComparison.Ordinal);
        Assert.Contains("292 years", Bound.Refusal<Duration>(long.MaxValue), StringComparison.Ordinal);
        Assert.Contains("System.DateTime", Bound.Refusal<Duration>(DateTime.UnixEpoch), StringComparison.Ordinal);
    }
}
