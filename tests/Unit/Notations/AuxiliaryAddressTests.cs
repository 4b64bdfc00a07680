using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class AuxiliaryAddressTests
{
    [Theory]
    [InlineData("router=172.30.1.5", "router=172.30.1.5")]
    [InlineData("my router=2001:DB8::5", "my router=2001:db8::5")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<AuxiliaryAddress>(text, printed);

    [Theory]
    [InlineData("", "has no name")]
    [InlineData("172.30.1.5", "has no name")]
    [InlineData("=172.30.1.5", "name of '=172.30.1.5' is empty")]
    [InlineData("router=", "'' is not an IP address")]
    [InlineData("router=172.30.1", "'172.30.1' is not an IP address")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new AuxiliaryAddress(value), text, words);
        Assert.False(AuxiliaryAddress.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-AuxAddress a=172.30.1.5, b=172.30.1.6", "a=172.30.1.5 b=172.30.1.6")]
    [InlineData("-AuxAddress @{ router = '172.30.1.5' }", "router=172.30.1.5")]
    [InlineData("-AuxAddress ([ordered]@{ a = '172.30.1.5'; b = [ipaddress]'172.30.1.6' })", "a=172.30.1.5 b=172.30.1.6")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-AuxAddress @{ router = 1.5 }", "what was typed is lost")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
