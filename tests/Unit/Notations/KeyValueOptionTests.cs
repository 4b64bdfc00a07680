using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class KeyValueOptionTests
{
    [Theory]
    [InlineData("a=b", "a=b")]
    [InlineData("a", "a")]
    [InlineData("a=", "a=")]
    [InlineData("a=b=c", "a=b=c")]
    [InlineData("max-size=10m", "max-size=10m")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<KeyValueOption>(text, printed);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("=b", "empty")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new KeyValueOption(value), text, words);
        Assert.False(KeyValueOption.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-LogOpt max-size=10m, compress", "max-size=10m compress")]
    [InlineData("-LogOpt ([ordered]@{ 'max-size' = '10m'; 'max-file' = 3 })", "max-size=10m max-file=3")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-LogOpt @{ a = $true }", "a boolean")]
    [InlineData("-LogOpt @{ a = 1.10 }", "quote it")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
