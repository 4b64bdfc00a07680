using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class HostEntryTests
{
    [Theory]
    [InlineData("db:10.0.0.5", "db:10.0.0.5", "db", "10.0.0.5")]
    [InlineData("db=10.0.0.5", "db:10.0.0.5", "db", "10.0.0.5")]
    [InlineData("db=[10.0.0.5]", "db:10.0.0.5", "db", "10.0.0.5")]
    [InlineData("db:::1", "db:::1", "db", "::1")]
    [InlineData("db:[::1]", "db:::1", "db", "::1")]
    [InlineData("db=::1", "db:::1", "db", "::1")]
    [InlineData("db=[2001:DB8::5]", "db:2001:db8::5", "db", "2001:db8::5")]
    [InlineData("up:host-gateway", "up:host-gateway", "up", null)]
    [InlineData("up=host-gateway", "up:host-gateway", "up", null)]
    public void What_docker_takes_prints_back(string text, string printed, string host, string? address)
    {
        var entry = NotationAssert.Prints<HostEntry>(text, printed);
        Assert.Equal(host, entry.Host);
        Assert.Equal(address, entry.Address?.ToString());
        Assert.Equal(address is null, entry.IsHostGateway);
    }

    [Theory]
    [InlineData("", "no address")]
    [InlineData("db", "no address")]
    [InlineData("db:", "'' is not an IP address")]
    [InlineData(":10.0.0.5", "no host")]
    [InlineData("=10.0.0.5", "no host")]
    [InlineData("db:x", "'x' is not an IP address")]
    [InlineData("db:10.0.5", "'10.0.5' is not an IP address")]
    [InlineData("d:b=10.0.0.5", "'d:b' has a colon")]
    [InlineData("d b:10.0.0.5", "'d b' has a colon or white space")]
    [InlineData("db:[::1", "is not an IP address")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new HostEntry(value), text, words);
        Assert.False(HostEntry.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-AddHost db:10.0.0.5, up:host-gateway", "db:10.0.0.5 up:host-gateway")]
    [InlineData("-AddHost ([ordered]@{ db = '10.0.0.5'; cache = [ipaddress]'::1' })", "db:10.0.0.5 cache:::1")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));
}
