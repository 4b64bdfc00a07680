using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class DeviceWeightTests
{
    [Theory]
    [InlineData("/dev/sda:10", "/dev/sda:10")]
    [InlineData("/dev/sda:1000", "/dev/sda:1000")]
    [InlineData("/dev/sda:0", "/dev/sda:0")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<DeviceWeight>(text, printed);

    [Theory]
    [InlineData("/dev/sda", "no colon")]
    [InlineData("sda:500", "begins with /dev/")]
    [InlineData("/dev/sda:9", "The weight '9'")]
    [InlineData("/dev/sda:1001", "The weight '1001'")]
    [InlineData("/dev/sda:x", "The weight 'x'")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new DeviceWeight(value), text, words);
        Assert.False(DeviceWeight.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-BlkioWeightDevice @{ '/dev/sda' = 500 }", "/dev/sda:500")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));
}
