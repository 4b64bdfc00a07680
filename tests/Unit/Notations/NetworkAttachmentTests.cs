using System;
using System.Collections;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class NetworkAttachmentTests
{
    [Theory]
    [InlineData("front", "front")]
    [InlineData("bridge", "bridge")]
    [InlineData("container:web", "container:web")]
    [InlineData("name=front", "front")]
    [InlineData("NAME=Front", "Front")]
    [InlineData("\"name=front\"", "front")]
    [InlineData("name=front, alias=web", "name=front,alias=web")]
    [InlineData("alias=web,name=front,alias=www", "name=front,alias=web,alias=www")]
    [InlineData("name=front,ip=172.30.0.10,ip6=2001:DB8::33", "name=front,ip=172.30.0.10,ip6=2001:db8::33")]
    [InlineData("name=front,link-local-ip=169.254.1.1,link-local-ip=fe80::1", "name=front,link-local-ip=169.254.1.1,link-local-ip=fe80::1")]
    [InlineData("name=front,mac-address=92-D0-C6-0A-29-33", "name=front,mac-address=92:d0:c6:0a:29:33")]
    [InlineData("name=front,mac-address=92d0.c60a.2933", "name=front,mac-address=92:d0:c6:0a:29:33")]
    [InlineData("name=front,driver-opt=b=2,driver-opt=a=1=x", "name=front,driver-opt=a=1=x,driver-opt=b=2")]
    [InlineData("name=front,\"driver-opt=a=1,2\"", "name=front,\"driver-opt=a=1,2\"")]
    [InlineData("name=front,gw-priority=-5", "name=front,gw-priority=-5")]
    [InlineData("name=bridge,ip=172.17.0.9", "name=bridge,ip=172.17.0.9")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<NetworkAttachment>(text, printed);

    [Theory]
    [InlineData("", "name is missing")]
    [InlineData(" ", "name is missing")]
    [InlineData("name=", "name is missing")]
    [InlineData("alias=web", "name is missing. PowerShell split this at the comma: quote it, or give a hashtable.")]
    [InlineData("ip=1.2.3.4", "PowerShell split this at the comma")]
    [InlineData("a=b", "'a' is not known here")]
    [InlineData("name=n,foo=b", "'foo' is not known here")]
    [InlineData("name=n,", "'' is not a key=value")]
    [InlineData("name=n,alias", "'alias' is not a key=value")]
    [InlineData("name=bridge,alias=x", "'bridge' takes no alias")]
    [InlineData("name=container:x,alias=x", "takes no alias")]
    [InlineData("name=n,ip=1.2.3", "ip '1.2.3' is not an IPv4 address")]
    [InlineData("name=n,ip=::1", "is not an IPv4 address")]
    [InlineData("name=n,ip6=1.2.3.4", "is not an IPv6 address")]
    [InlineData("name=n,link-local-ip=x", "is not an IP address")]
    [InlineData("name=n,mac-address=zz", "'zz' is not a hardware address")]
    [InlineData("name=n,gw-priority=x", "gw-priority 'x'")]
    [InlineData("name=n,driver-opt=a", "driver-opt 'a'")]
    [InlineData("name=\"n\"", "quotation mark stands inside")]
    [InlineData("\"name=n", "not closed")]
    [InlineData("\"name=n\"x", "a comma is expected")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new NetworkAttachment(value), text, words);
        Assert.False(NetworkAttachment.TryParse(text, out _));
    }

    [Fact]
    public void Its_parts_are_values()
    {
        var network = new NetworkAttachment("name=front,alias=a,alias=b,ip=172.30.0.10,ip6=::5,mac-address=92:d0:c6:0a:29:33,driver-opt=k=v,gw-priority=7");

        Assert.Equal("front", network.Name);
        Assert.Equal(["a", "b"], network.Aliases);
        Assert.Equal("172.30.0.10", network.Ip!.ToString());
        Assert.Equal("::5", network.Ip6!.ToString());
        Assert.Equal("92:d0:c6:0a:29:33", network.MacAddress);
        Assert.Equal("v", network.DriverOptions["k"]);
        Assert.Equal(7, network.GatewayPriority);
        Assert.True(network.IsUserDefined);
        Assert.True(network.HasOptions);
        Assert.False(new NetworkAttachment("host").IsUserDefined);
        Assert.False(new NetworkAttachment("front").HasOptions);
    }

    [Fact]
    public void A_hashtable_has_dockers_keys()
    {
        var table = new Hashtable
        {
            ["Name"] = "front",
            ["Alias"] = new object[] { "web", "www" },
            ["MacAddress"] = "92:d0:c6:0a:29:33",
            ["driver-opt"] = new Hashtable { ["a"] = 1 },
            ["GwPriority"] = 3,
        };

        Assert.Equal(
            "name=front,alias=web,alias=www,mac-address=92:d0:c6:0a:29:33,driver-opt=a=1,gw-priority=3",
            LanguagePrimitives.ConvertTo<NetworkAttachment>(table).ToString());
    }

    [Theory]
    [InlineData("-Network front, 'name=back,alias=db'", "front name=back,alias=db")]
    [InlineData("-Network @{ Name = 'front'; Alias = 'web' }", "name=front,alias=web")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Network name=back,alias=db", "PowerShell split this at the comma")]
    [InlineData("-Network @{ Name = 'front'; Colour = 1 }", "unknown key Colour: its keys may be name, alias")]
    [InlineData("-Network @{ Alias = 'x' }", "name is missing")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
