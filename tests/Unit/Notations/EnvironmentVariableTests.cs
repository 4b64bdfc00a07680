using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class EnvironmentVariableTests
{
    [Theory]
    [InlineData("A=1", "A", "1")]
    [InlineData("A=", "A", "")]
    [InlineData("A", "A", null)]
    [InlineData("A=b=c", "A", "b=c")]
    [InlineData("A= b ", "A", " b ")]
    [InlineData("a b=c", "a b", "c")]
    [InlineData("A=line\nline", "A", "line\nline")]
    [InlineData("A=ü€😀", "A", "ü€😀")]
    public void What_docker_takes_prints_back(string text, string name, string? value)
    {
        var variable = NotationAssert.Prints<EnvironmentVariable>(text, text);
        Assert.Equal(name, variable.Name);
        Assert.Equal(value, variable.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("=secret")]
    public void A_name_is_needed_and_the_value_is_not_told(string text)
    {
        var error = Assert.Throws<FormatException>(() => new EnvironmentVariable(text));
        Assert.Contains("name of the environment variable is empty", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.False(EnvironmentVariable.TryParse(text, out _));
    }

    [Fact]
    public void A_name_alone_takes_this_sessions_value()
    {
        var name = "DOCKERPS_TEST_" + Guid.NewGuid().ToString("N");
        Assert.Equal(name, new EnvironmentVariable(name).ToAssignment());
        Assert.Equal(name + "=given", new EnvironmentVariable(name + "=given").ToAssignment());

        Environment.SetEnvironmentVariable(name, "here");
        try
        {
            Assert.Equal(name + "=here", new EnvironmentVariable(name).ToAssignment());
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Theory]
    [InlineData("-Env A=1, B", "A=1|B")]
    [InlineData("-Env @{ A = 1 }", "A=1")]
    [InlineData("-Env ([ordered]@{ A = 1; B = 'x y'; C = ''; D = $null; E = 2l; F = 1.10d })", "A=1|B=x y|C=|D|E=2|F=1.10")]
    [InlineData("-Env @{ A = [uri]'http://x/y' }, B=2", "A=http://x/y|B=2")]
    [InlineData("-Env @{ A = [version]'1.10' }", "A=1.10")]
    [InlineData("-Env @{ Name = 'n' }", "Name=n")]
    [InlineData("-Env 'A=1,2'", "A=1,2")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join('|', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Env A=1,2", "PowerShell read this as the number 2, and what was typed is lost: quote it.")]
    [InlineData("-Env @{ VERSION = 1.10 }", "The value of VERSION: PowerShell read this as the number 1.1")]
    [InlineData("-Env @{ DEBUG = $true }", "The value of DEBUG: a boolean has no sure text: quote it")]
    [InlineData("-Env @{ A = 1, 2 }", "The value of A: text is expected, not a list")]
    [InlineData("-Env @{ 'A=B' = 1 }", "equals sign")]
    [InlineData("-Env @{ '' = 1 }", "name of the environment variable is empty")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
