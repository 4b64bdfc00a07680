using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class ContainerLinkTests
{
    [Theory]
    [InlineData("db", "db")]
    [InlineData("postgres:db", "postgres:db")]
    [InlineData("a:a", "a:a")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<ContainerLink>(text, printed);

    [Theory]
    [InlineData("", "lacks a name")]
    [InlineData("a:b:c", "more than one colon")]
    [InlineData(":b", "lacks a name")]
    [InlineData("a:", "lacks a name")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new ContainerLink(value), text, words);
        Assert.False(ContainerLink.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Link @{ postgres = 'db' }", "postgres:db")]
    [InlineData("-Link a:b, c", "a:b c")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));
}
