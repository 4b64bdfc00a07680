using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class TmpfsMountTests
{
    [Theory]
    [InlineData("/run", "/run", "/run", "")]
    [InlineData("/run:", "/run", "/run", "")]
    [InlineData("/run:size=64m", "/run:size=64m", "/run", "size=64m")]
    [InlineData("/run:rw,noexec,nosuid,size=65536k,mode=1777,uid=1000", "/run:rw,noexec,nosuid,size=65536k,mode=1777,uid=1000", "/run", "rw,noexec,nosuid,size=65536k,mode=1777,uid=1000")]
    public void What_docker_takes_prints_back(string text, string printed, string target, string options)
    {
        var mount = NotationAssert.Prints<TmpfsMount>(text, printed);
        Assert.Equal(target, mount.Target);
        Assert.Equal(options, mount.Options);
    }

    [Theory]
    [InlineData("", "target ''")]
    [InlineData("run", "target 'run'")]
    [InlineData(":ro", "target ''")]
    [InlineData("C:/run", "target 'C'")]
    [InlineData("mode=1777", "PowerShell split this at the comma")]
    [InlineData("/run:colour=red", "'colour=red' is not an option")]
    [InlineData("/run:ro,,rw", "'' is not an option")]
    public void What_an_engine_would_refuse_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new TmpfsMount(value), text, words);
        Assert.False(TmpfsMount.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Tmpfs /run, '/tmp:size=64m,mode=1777'", "/run /tmp:size=64m,mode=1777")]
    [InlineData("-Tmpfs ([ordered]@{ '/run' = 'size=64m'; '/tmp' = $null })", "/run:size=64m /tmp")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Tmpfs /tmp:size=64m,mode=1777", "PowerShell split this at the comma: quote it, or give a hashtable")]
    [InlineData("-Tmpfs 5", "quote it")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
