using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class DeviceOperationRateTests
{
    [Theory]
    [InlineData("/dev/sda:1000", "/dev/sda:1000")]
    [InlineData("/dev/sda:0", "/dev/sda:0")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<DeviceOperationRate>(text, printed);

    [Theory]
    [InlineData("/dev/sda", "no colon")]
    [InlineData("sda:1", "begins with /dev/")]
    [InlineData("/dev/sda:1k", "The rate '1k'")]
    [InlineData("/dev/sda:-1", "The rate '-1'")]
    [InlineData("/dev/sda:1.5", "The rate '1.5'")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new DeviceOperationRate(value), text, words);
        Assert.False(DeviceOperationRate.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-DeviceReadIops @{ '/dev/sda' = 1000 }", "/dev/sda:1000")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-DeviceReadIops @{ '/dev/sda' = 1.5 }", "quote it")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
