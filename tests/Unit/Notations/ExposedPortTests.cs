using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class ExposedPortTests
{
    [Theory]
    [InlineData("80", "80")]
    [InlineData("80/tcp", "80")]
    [InlineData("80/", "80")]
    [InlineData("53/UDP", "53/udp")]
    [InlineData("6000-6010/udp", "6000-6010/udp")]
    [InlineData("80-80", "80")]
    [InlineData("0", "0")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<ExposedPort>(text, printed);

    [Theory]
    [InlineData("", "The port")]
    [InlineData("80:90", "-Publish takes host ports")]
    [InlineData("foo", "'foo' is not a port")]
    [InlineData("92-90", "ends before it begins")]
    [InlineData("70000", "not a port")]
    [InlineData("80/foo", "The protocol 'foo'")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new ExposedPort(value), text, words);
        Assert.False(ExposedPort.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Expose 80, 6000-6002/udp", "80 6000-6002/udp")]
    [InlineData("-Expose 80", "80")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Expose 1.5, 2", "quote it")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);

    [Fact]
    public void Each_port_of_a_range_is_one_for_the_engine() => Assert.Equal("90/udp 91/udp 92/udp", string.Join(' ', new ExposedPort("90-92/udp").EachPort()));
}
