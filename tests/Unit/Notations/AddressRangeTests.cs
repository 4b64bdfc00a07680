using System;
using System.Net;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("172.30.0.0/16", "172.30.0.0/16")]
    [InlineData("172.30.5.9/16", "172.30.5.9/16")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("10.0.0.1/32", "10.0.0.1/32")]
    [InlineData("2001:DB8:0::/64", "2001:db8::/64")]
    [InlineData("::/0", "::/0")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<AddressRange>(text, printed);

    [Theory]
    [InlineData("", "no slash")]
    [InlineData("172.30.0.0", "no slash")]
    [InlineData("172.30.0/16", "'172.30.0' is not an IP address")]
    [InlineData("172.30.0.256/16", "is not an IP address")]
    [InlineData("172.30.0.0/33", "from 0 to 32")]
    [InlineData("2001:db8::/129", "from 0 to 128")]
    [InlineData("172.30.0.0/", "'' is not a number")]
    [InlineData("172.30.0.0/-1", "'-1' is not a number")]
    [InlineData("172.30.0.0/255.255.0.0", "is not a number")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new AddressRange(value), text, words);
        Assert.False(AddressRange.TryParse(text, out _));
    }

    [Theory]
    [InlineData("172.30.0.0/16", "172.30.255.255", true)]
    [InlineData("172.30.0.0/16", "172.31.0.0", false)]
    [InlineData("10.0.0.0/9", "10.127.0.1", true)]
    [InlineData("10.0.0.0/9", "10.128.0.1", false)]
    [InlineData("0.0.0.0/0", "255.0.0.1", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("2001:db8::/33", "2001:db8:7fff::1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    public void It_knows_its_addresses(string range, string address, bool within) =>
        Assert.Equal(within, new AddressRange(range).Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("172.30.0.0/16", "172.30.5.0/24", true)]
    [InlineData("172.30.5.0/24", "172.30.0.0/16", true)]
    [InlineData("172.30.0.0/16", "172.31.0.0/16", false)]
    [InlineData("10.0.0.0/8", "2001:db8::/32", false)]
    public void It_knows_what_overlaps(string one, string other, bool overlap) =>
        Assert.Equal(overlap, new AddressRange(one).Overlaps(new AddressRange(other)));

    [Theory]
    [InlineData("-Subnet 172.30.0.0/16, 2001:db8::/64", "172.30.0.0/16 2001:db8::/64")]
    [InlineData("-New front, back", "front back")]
    [InlineData("-New 0123", "0123")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Subnet 172", "what was typed is lost")]
    [InlineData("-Subnet @{ a = 1 }", "can't stand here")]
    [InlineData("-New 1.10, 2", "what was typed is lost")]
    [InlineData("-New ' front'", "is not a name")]
    [InlineData("-New ''", "is not a name")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
