using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class SignalNameTests
{
    [Theory]
    [InlineData("SIGTERM", "SIGTERM")]
    [InlineData("TERM", "SIGTERM")]
    [InlineData("term", "SIGTERM")]
    [InlineData("sigusr1", "SIGUSR1")]
    [InlineData("SIGRTMIN", "SIGRTMIN")]
    [InlineData("rtmin+3", "SIGRTMIN+3")]
    [InlineData("RTMIN+15", "SIGRTMIN+15")]
    [InlineData("SIGRTMAX-14", "SIGRTMAX-14")]
    [InlineData("9", "9")]
    [InlineData("09", "9")]
    [InlineData("64", "64")]
    public void What_an_engine_takes_prints_back(string text, string printed) => Assert.Equal(text, NotationAssert.Prints<SignalName>(text, printed).Text);

    [Theory]
    [InlineData("")]
    [InlineData("SIG")]
    [InlineData("foo")]
    [InlineData("SIGSIGTERM")]
    [InlineData("0")]
    [InlineData("65")]
    [InlineData("-1")]
    [InlineData("RTMIN+16")]
    [InlineData("RTMIN+0")]
    [InlineData("RTMIN+01")]
    [InlineData("RTMIN+")]
    [InlineData("RTMAX-15")]
    [InlineData("TERM ")]
    public void What_is_no_signal_is_refused(string text)
    {
        NotationAssert.Refuses(value => new SignalName(value), text, $"'{text}' is not a signal");
        Assert.False(SignalName.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Signal 9", "9")]
    [InlineData("-Signal HUP", "SIGHUP")]
    [InlineData("-Signal $(15)", "15")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Fact]
    public void A_number_is_a_value() => Assert.Equal(9, new SignalName("9").Number);
}
