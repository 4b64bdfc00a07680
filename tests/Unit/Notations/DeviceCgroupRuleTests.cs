using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class DeviceCgroupRuleTests
{
    [Theory]
    [InlineData("c 1:3 mr", "c 1:3 mr")]
    [InlineData("a *:* rwm", "a *:* rwm")]
    [InlineData("b 8:* r", "b 8:* r")]
    [InlineData("c 1:3 rr", "c 1:3 rr")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<DeviceCgroupRule>(text, printed);

    [Theory]
    [InlineData("", "not a device rule")]
    [InlineData("c 1:3", "not a device rule")]
    [InlineData("c 1:3 rwmr", "not a device rule")]
    [InlineData("x 1:3 r", "not a device rule")]
    [InlineData("c 1 r", "not a device rule")]
    [InlineData("c  1:3 r", "not a device rule")]
    [InlineData("c a:3 r", "not a device rule")]
    [InlineData("c 99999999999999999999:3 r", "more than")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new DeviceCgroupRule(value), text, words);
        Assert.False(DeviceCgroupRule.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-DeviceCgroupRule 'c 1:3 mr', 'b *:* r'", "c 1:3 mr b *:* r")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));
}
