using System;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class TimePointTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-01-31T12:00:00Z", "1769860800.000000000", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00.5Z", "1769860800.500000000", "2026-01-31T12:00:00.5Z")]
    [InlineData("2026-01-31T12:00:00.123456789Z", "1769860800.123456789", "2026-01-31T12:00:00.123456789Z")]
    [InlineData("2026-01-31T14:00:00+02:00", "1769860800.000000000", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T06:30:00-05:30", "1769860800.000000000", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00Z", "1769860800.000000000", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12Z", "1769860800.000000000", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T14:00+02:00", "1769860800.000000000", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31Z", "1769817600.000000000", "2026-01-31T00:00:00Z")]
    [InlineData("2026-01-31+01:00", "1769814000.000000000", "2026-01-30T23:00:00Z")]
    [InlineData("1769860800", "1769860800.000000000", "2026-01-31T12:00:00Z")]
    [InlineData("1769860800.5", "1769860800.500000000", "2026-01-31T12:00:00.5Z")]
    [InlineData("1769860800.000000001", "1769860800.000000001", "2026-01-31T12:00:00.000000001Z")]
    [InlineData("0", "0.000000000", "1970-01-01T00:00:00Z")]
    [InlineData("2024", "2024.000000000", "1970-01-01T00:33:44Z")]
    [InlineData("10", "10.000000000", "1970-01-01T00:00:10Z")]
    [InlineData("1969-12-31T23:59:59.5Z", "-1.500000000", "1969-12-31T23:59:59.5Z")]
    [InlineData("10m", "1769863800.000000000", "10m")]
    [InlineData("1h30m", "1769859000.000000000", "1h30m")]
    [InlineData("100ms", "1769864399.900000000", "100ms")]
    [InlineData("-1h", "1769868000.000000000", "-1h")]
    [InlineData("0s", "1769864400.000000000", "0s")]
    public void What_docker_takes_prints_back(string text, string unix, string printed)
    {
        var point = NotationAssert.Prints<TimePoint>(text, printed);
        Assert.Equal(unix, point.ToUnixText(Now));
        Assert.Equal(!printed.EndsWith('Z'), point.IsRelative);
    }

    [Theory]
    [InlineData("2026-07-31T12:00:00", "2026-07-31T12:00:00")]
    [InlineData("2026-07-31T12:00", "2026-07-31T12:00:00")]
    [InlineData("2026-07-31T12", "2026-07-31T12:00:00")]
    [InlineData("2026-07-31", "2026-07-31T00:00:00")]
    public void Without_a_zone_it_is_this_machines_time(string text, string local)
    {
        var moment = new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(moment, new TimePoint(text).ToMoment(Now));
        Assert.Equal(new TimePoint(moment), new TimePoint(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("2026-01-31T12:00:60Z")]
    [InlineData("2026-01-31 12:00:00")]
    [InlineData("2026-01-31t12:00:00z")]
    [InlineData("2026-01-31T12:00:00+0200")]
    [InlineData("2026-1-31")]
    [InlineData("31.01.2026")]
    [InlineData("-5")]
    [InlineData("1.2.3")]
    [InlineData("1d")]
    [InlineData("99999999999999")]
    public void What_is_no_point_in_time_is_refused(string text)
    {
        Assert.Contains(text, Assert.Throws<FormatException>(() => new TimePoint(text)).Message, StringComparison.Ordinal);
        Assert.False(TimePoint.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Since 10m", "10m")]
    [InlineData("-Since 1769860800", "2026-01-31T12:00:00Z")]
    [InlineData("-Since 1769860800.123456789", "2026-01-31T12:00:00.123456789Z")]
    [InlineData("-Since ([timespan]'00:10:00')", "10m")]
    [InlineData("-Since ([datetimeoffset]'2026-01-31T14:00:00+02:00')", "2026-01-31T12:00:00Z")]
    [InlineData("-Since ([datetime]::new(639054576000000000, 'Utc'))", "2026-01-31T12:00:00Z")]
    [InlineData("-Since 2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Fact]
    public void A_date_is_local_unless_it_says_otherwise()
    {
        var local = new DateTime(2026, 7, 31, 12, 0, 0, DateTimeKind.Unspecified);
        Assert.Equal(new TimePoint(new DateTimeOffset(local)), LanguagePrimitives.ConvertTo<TimePoint>(local));
        Assert.Equal("0.000000000", LanguagePrimitives.ConvertTo<TimePoint>(DateTime.UnixEpoch).ToUnixText(Now));
        Assert.StartsWith("-62135596800.", new TimePoint(DateTimeOffset.MinValue).ToUnixText(Now), StringComparison.Ordinal);
        Assert.NotNull(new TimePoint(DateTime.MaxValue).ToString());
    }

    [Fact]
    public void A_number_that_lost_its_text_is_refused() => Assert.Contains("quote it", Bound.Refusal<TimePoint>(1769860800.1), StringComparison.Ordinal);
}
