using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class LabelTests
{
    [Theory]
    [InlineData("app=web", "app=web", "app", "web")]
    [InlineData("app", "app", "app", "")]
    [InlineData("app=", "app", "app", "")]
    [InlineData("app=a=b", "app=a=b", "app", "a=b")]
    [InlineData(" app= a ", "app= a ", "app", " a ")]
    [InlineData("com.example/x-y=1", "com.example/x-y=1", "com.example/x-y", "1")]
    public void What_docker_takes_prints_back(string text, string printed, string key, string value)
    {
        var label = NotationAssert.Prints<Label>(text, printed);
        Assert.Equal(key, label.Key);
        Assert.Equal(value, label.Value);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("=b", "empty")]
    [InlineData("  =b", "empty")]
    [InlineData("a b=c", "'a b' contains white space")]
    [InlineData("a =b", "'a ' contains white space")]
    [InlineData("a\tb", "contains white space")]
    public void What_docker_refuses_is_refused(string text, string words)
    {
        NotationAssert.Refuses(value => new Label(value), text, words);
        Assert.False(Label.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Label app=web, debug", "app=web debug")]
    [InlineData("-Label ([ordered]@{ app = 'web'; tier = 1; debug = $null })", "app=web tier=1 debug")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Label @{ version = 1.10 }", "quote it")]
    [InlineData("-Label 1.5", "quote it")]
    [InlineData("-Label @{ on = $true }", "a boolean")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
