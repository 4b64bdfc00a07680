using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class SecurityOptionTests
{
    [Theory]
    [InlineData("seccomp=unconfined", "seccomp=unconfined")]
    [InlineData("label:disable", "label=disable")]
    [InlineData("no-new-privileges", "no-new-privileges")]
    [InlineData("no-new-privileges=true", "no-new-privileges=true")]
    [InlineData("no-new-privileges:false", "no-new-privileges=false")]
    [InlineData("label=type:svirt", "label=type:svirt")]
    [InlineData("seccomp=/a/b.json", "seccomp=/a/b.json")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<SecurityOption>(text, printed);

    [Theory]
    [InlineData("", "lacks a key")]
    [InlineData("foo", "lacks a value")]
    [InlineData("foo=", "lacks a value")]
    [InlineData("=foo", "lacks a key")]
    [InlineData("seccomp:", "lacks a value")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new SecurityOption(value), text, words);
        Assert.False(SecurityOption.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-SecurityOpt @{ seccomp = 'unconfined' }", "seccomp=unconfined")]
    [InlineData("-SecurityOpt @{ 'no-new-privileges' = $null }", "no-new-privileges")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("seccomp=unconfined", false, false)]
    [InlineData("seccomp:builtin", false, false)]
    [InlineData("seccomp=x.json", true, false)]
    [InlineData("apparmor=x", false, false)]
    [InlineData("systempaths=unconfined", false, true)]
    [InlineData("systempaths=x", false, false)]
    public void Files_and_system_paths_are_told_apart(string text, bool file, bool unprotects)
    {
        var option = new SecurityOption(text);
        Assert.Equal((text, file, unprotects), (option.Text, option.IsProfileFile, option.UnprotectsSystemPaths));
    }
}
