using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class UlimitTests
{
    [Theory]
    [InlineData("nofile=1024", "nofile=1024", 1024, 1024)]
    [InlineData("nofile=1024:2048", "nofile=1024:2048", 1024, 2048)]
    [InlineData("nofile=1024:1024", "nofile=1024", 1024, 1024)]
    [InlineData("nofile=-1", "nofile=-1", -1, -1)]
    [InlineData("nofile=5:-1", "nofile=5:-1", 5, -1)]
    [InlineData("core=0", "core=0", 0, 0)]
    [InlineData("memlock=+5", "memlock=5", 5, 5)]
    public void What_docker_takes_prints_back(string text, string printed, long soft, long hard)
    {
        var limit = NotationAssert.Prints<Ulimit>(text, printed);
        Assert.Equal(soft, limit.Soft);
        Assert.Equal(hard, limit.Hard);
    }

    [Theory]
    [InlineData("", "no equals sign")]
    [InlineData("nofile", "no equals sign")]
    [InlineData("foo=1", "'foo' is not a limit: core, cpu")]
    [InlineData("NOFILE=1", "'NOFILE' is not a limit")]
    [InlineData("as=1", "'as' is not a limit")]
    [InlineData("nofile=", "soft limit ''")]
    [InlineData("nofile=:5", "soft limit ''")]
    [InlineData("nofile=5:", "hard limit ''")]
    [InlineData("nofile=x", "soft limit 'x'")]
    [InlineData("nofile=1.5", "soft limit '1.5'")]
    [InlineData("nofile=-2", "soft limit '-2'")]
    [InlineData("nofile=unlimited", "soft limit 'unlimited'")]
    [InlineData("nofile=1:2:3", "more than a soft and a hard limit")]
    [InlineData("nofile=2048:1024", "2048 is more than the hard limit 1024")]
    [InlineData("nofile=-1:5", "-1 is more than the hard limit 5")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new Ulimit(value), text, words);
        Assert.False(Ulimit.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Ulimit nofile=1024, core=0", "nofile=1024 core=0")]
    [InlineData("-Ulimit ([ordered]@{ nofile = 1024; nproc = '512:1024' })", "nofile=1024 nproc=512:1024")]
    [InlineData("-Ulimit @{ Name = 'nofile'; Soft = 1024; Hard = -1 }, @{ Name = 'core'; Hard = 0 }", "nofile=1024:-1 core=0")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Ulimit @{ nofile = 1.5 }", "quote it")]
    [InlineData("-Ulimit @{ Name = 'nofile'; Weak = 1 }", "unknown key Weak")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
