using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class MacAddressTests
{
    [Theory]
    [InlineData("92:d0:c6:0a:29:33", "92:d0:c6:0a:29:33")]
    [InlineData("92-D0-C6-0A-29-33", "92:d0:c6:0a:29:33")]
    [InlineData("92d0.c60a.2933", "92:d0:c6:0a:29:33")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<MacAddress>(text, printed);

    [Theory]
    [InlineData("", "not a hardware address")]
    [InlineData("92:d0:c6:0a:29", "not a hardware address")]
    [InlineData("92:d0:c6:0a:29:3g", "not a hardware address")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new MacAddress(value), text, words);
        Assert.False(MacAddress.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-MacAddress 92:D0:c6:0a:29:33", "92:d0:c6:0a:29:33")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));
}
