using System;
using System.Linq;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class DetachKeysTests
{
    [Theory]
    [InlineData("ctrl-p,ctrl-q", "10 11")]
    [InlineData("ctrl-@", "00")]
    [InlineData("ctrl-[", "1B")]
    [InlineData("ctrl-\\", "1C")]
    [InlineData("ctrl-]", "1D")]
    [InlineData("ctrl-^,ctrl-_", "1E 1F")]
    [InlineData("a,B,~", "61 42 7E")]
    [InlineData("ctrl-x,DEL", "18 7F")]
    public void What_docker_takes_prints_back(string text, string bytes) =>
        Assert.Equal(bytes, string.Join(' ', NotationAssert.Prints<DetachKeys>(text, text).Bytes.Select(key => key.ToString("X2", null))));

    [Theory]
    [InlineData("")]
    [InlineData("ctrl-")]
    [InlineData("ctrl-P")]
    [InlineData("ctrl-1")]
    [InlineData("ctrl-ab")]
    [InlineData("ab")]
    [InlineData("é")]
    [InlineData("ctrl-p,")]
    [InlineData(",")]
    [InlineData("ctrl-p, ctrl-q")]
    public void What_is_no_key_is_refused(string text)
    {
        NotationAssert.Refuses(value => new DetachKeys(value), text, "is not a key");
        Assert.False(DetachKeys.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-DetachKeys ctrl-p,ctrl-q", "ctrl-p,ctrl-q")]
    [InlineData("-DetachKeys 'ctrl-p,ctrl-q'", "ctrl-p,ctrl-q")]
    [InlineData("-DetachKeys a,1", "a,1")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));
}
