using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class ContainerNameTests
{
    [Theory]
    [InlineData("web", "web")]
    [InlineData("Web_1.x-y", "Web_1.x-y")]
    [InlineData("00", "00")]
    [InlineData("/web", "web")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<ContainerName>(text, printed);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("/", "empty")]
    [InlineData("a", "too short")]
    [InlineData("-web", "can't stand there")]
    [InlineData("_web", "can't stand there")]
    [InlineData("a b", "can't stand there")]
    [InlineData("web/1", "can't stand there")]
    [InlineData("web:1", "can't stand there")]
    [InlineData("wéb", "can't stand there")]
    [InlineData("web\n", "can't stand there")]
    [InlineData("//web", "can't stand there")]
    public void What_docker_refuses_is_refused(string text, string words)
    {
        NotationAssert.Refuses(value => new ContainerName(value), text, words);
        Assert.False(ContainerName.TryParse(text, out _));
    }

    [Theory]
    [InlineData("web", "web")]
    [InlineData("0123", "0123")]
    [InlineData("12e4", "12e4")]
    [InlineData("1.10", "1.10")]
    [InlineData("-Name '123'", "123")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("$(0123)", "PowerShell read this as the number 123, and what was typed is lost: quote it.")]
    [InlineData("$(1.10)", "the number 1.1,")]
    [InlineData("@{ Name = 'web' }", "a hashtable can't stand here")]
    [InlineData("$true", "a boolean")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
