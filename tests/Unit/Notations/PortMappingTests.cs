using System.Collections;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class PortMappingTests
{
    [Theory]
    [InlineData("80", "80")]
    [InlineData("0", "0")]
    [InlineData("080", "80")]
    [InlineData("80/", "80")]
    [InlineData("80/tcp", "80")]
    [InlineData("80/TCP", "80")]
    [InlineData("53/udp", "53/udp")]
    [InlineData("9/sctp", "9/sctp")]
    [InlineData(":80", "80")]
    [InlineData("::80", "80")]
    [InlineData("8080:80", "8080:80")]
    [InlineData("0:80", "0:80")]
    [InlineData("8080:80/udp", "8080:80/udp")]
    [InlineData("80-82", "80-82")]
    [InlineData("8080-8082:80-82", "8080-8082:80-82")]
    [InlineData("8000-8010:80", "8000-8010:80")]
    [InlineData("8080-8080:80-80", "8080:80")]
    [InlineData("127.0.0.1:8080:80", "127.0.0.1:8080:80")]
    [InlineData("127.0.0.1::80", "127.0.0.1::80")]
    [InlineData("0.0.0.0:8080:80", "0.0.0.0:8080:80")]
    [InlineData("[::1]:8080:80", "[::1]:8080:80")]
    [InlineData("[::1]::80/udp", "[::1]::80/udp")]
    [InlineData("[0:0:0:0:0:0:0:1]:8080:80", "[::1]:8080:80")]
    [InlineData("::1:8080:80", "[::1]:8080:80")]
    [InlineData("published=8080,target=80", "8080:80")]
    [InlineData("target=53,published=5353,protocol=udp", "5353:53/udp")]
    [InlineData("target=80", "80")]
    [InlineData("published=8080-8082,target=80-82", "8080-8082:80-82")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<PortMapping>(text, printed);

    [Theory]
    [InlineData("", "no container port")]
    [InlineData(":", "no container port")]
    [InlineData("80:", "no container port")]
    [InlineData("/tcp", "no container port")]
    [InlineData("80/xyz", "'xyz'")]
    [InlineData("80/tcp/udp", "'tcp/udp'")]
    [InlineData("65536", "container port '65536'")]
    [InlineData("-1", "container port '-1'")]
    [InlineData("+80", "container port '+80'")]
    [InlineData(" 80", "container port ' 80'")]
    [InlineData("80 ", "container port '80 '")]
    [InlineData("http", "container port 'http'")]
    [InlineData("80-79", "ends before it begins")]
    [InlineData("80-", "container port '80-'")]
    [InlineData("80-81-82", "container port '80-81-82'")]
    [InlineData("x:80", "host port 'x'")]
    [InlineData("99999:80", "host port '99999'")]
    [InlineData("8080:80-82", "not equally many")]
    [InlineData("8080-8081:80-82", "not equally many")]
    [InlineData("127.0.0.1:80", "'127.0.0.1' is an address")]
    [InlineData("8080:127.0.0.1", "'127.0.0.1' is an address")]
    [InlineData("127.1::80", "'127.1' is not an IP address")]
    [InlineData("010.0.0.1::80", "'010.0.0.1' is not an IP address")]
    [InlineData("1.1.1.1.1:80:80", "is not an IP address")]
    [InlineData("80:80:80", "'80' is not an IP address")]
    [InlineData("localhost:80:80", "'localhost' is not an IP address")]
    [InlineData("[::1%lo]:80:80", "is not an IP address")]
    [InlineData("[::1:80:80", "is not an IP address")]
    [InlineData("published=8080", "no target")]
    [InlineData("published=8080,target=80,mode=host", "'mode=host' is not understood")]
    [InlineData("published=8080,80", "'80' is not understood")]
    [InlineData("/etc", "no container port")]
    [InlineData("-l", "container port '-l'")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new PortMapping(value), text, words);
        NotationAssert.Refuses(value => new PortMapping(value), text, "[ip:][hostPort");
        Assert.False(PortMapping.TryParse(text, out var mapping));
        Assert.Null(mapping);
    }

    [Fact]
    public void Its_parts_are_values()
    {
        var mapping = new PortMapping("127.0.0.1:8000-8010:80/UDP");

        Assert.Equal("127.0.0.1", mapping.HostIp!.ToString());
        Assert.Equal(8000, mapping.HostPort);
        Assert.Equal(8010, mapping.HostPortEnd);
        Assert.Equal(80, mapping.ContainerPort);
        Assert.Equal(80, mapping.ContainerPortEnd);
        Assert.Equal("udp", mapping.Protocol);
        Assert.Equal("8000-8010", mapping.HostPortText);

        var lone = new PortMapping("80");
        Assert.Null(lone.HostIp);
        Assert.Null(lone.HostPort);
        Assert.Equal("", lone.HostPortText);
        Assert.Equal("tcp", lone.Protocol);
    }

    [Theory]
    [InlineData("8080-8082:80-82/udp", "8080:80/udp 8081:81/udp 8082:82/udp")]
    [InlineData("127.0.0.1::80-81", "127.0.0.1::80 127.0.0.1::81")]
    [InlineData("8000-8010:80", "8000-8010:80")]
    [InlineData("80", "80")]
    public void A_range_gives_each_port(string text, string each) =>
        Assert.Equal(each, string.Join(' ', new PortMapping(text).EachPort().Select(port => port.ToString())));

    [Fact]
    public void Parts_of_a_hashtable_make_one()
    {
        var whole = new Hashtable { ["HostIp"] = "::1", ["hostport"] = 8080, ["ContainerPort"] = "80", ["Protocol"] = "udp" };

        Assert.Equal(new PortMapping("[::1]:8080:80/udp"), LanguagePrimitives.ConvertTo<PortMapping>(whole));
        Assert.Equal(new PortMapping("80"), LanguagePrimitives.ConvertTo<PortMapping>(new Hashtable { ["ContainerPort"] = 80 }));
    }

    [Theory]
    [InlineData("-Publish 80", "80")]
    [InlineData("-p 0080", "80")]
    [InlineData("-p 8080:80, 443", "8080:80 443")]
    [InlineData("-p @{ 8080 = 80 }", "8080:80")]
    [InlineData("-p ([Collections.Specialized.OrderedDictionary]::new()), 81", "81")]
    [InlineData("-p @{ 8080 = '80/udp' }, 81", "8080:80/udp 81")]
    [InlineData("-p @{ '127.0.0.1:8080' = 80 }", "127.0.0.1:8080:80")]
    [InlineData("-p @{ HostPort = 8080; ContainerPort = 80 }, @{ Target = 81 }", "8080:80 81")]
    [InlineData("-p ([ordered]@{ 8080 = 80; 8443 = 443 })", "8080:80 8443:443")]
    [InlineData("-p 'published=8080,target=80'", "8080:80")]
    [InlineData("-p ([DockerPS.PortMapping]'8080:80')", "8080:80")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-p 80.5", "PowerShell read this as the number 80.5")]
    [InlineData("-p 8e1, 81", "PowerShell read this as the number 80, and what was typed is lost: quote it.")]
    [InlineData("-p /etc", "no container port")]
    [InlineData("-p xvf", "container port 'xvf'")]
    [InlineData("-p $null, 80", "$null")]
    [InlineData("-p published=8080,target=80", "PowerShell split this at the comma: quote it, or give a hashtable")]
    [InlineData("-p @{ HostPort = 80; Colour = 1 }", "unknown key Colour")]
    [InlineData("-p @{ 8080 = 80.5 }", "quote it")]
    [InlineData("-p $true", "a boolean")]
    [InlineData("-p ([datetime]'2026-01-01')", "System.DateTime")]
    [InlineData("-p {80}", "a script block")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), System.StringComparison.Ordinal);
}
