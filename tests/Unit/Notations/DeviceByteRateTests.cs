using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class DeviceByteRateTests
{
    [Theory]
    [InlineData("/dev/sda:1024", "/dev/sda:1k")]
    [InlineData("/dev/sda:10mb", "/dev/sda:10m")]
    [InlineData("/dev/sda:0", "/dev/sda:0")]
    [InlineData("/dev/sda:1.5k", "/dev/sda:1536")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<DeviceByteRate>(text, printed);

    [Theory]
    [InlineData("", "no colon")]
    [InlineData("/dev/sda", "no colon")]
    [InlineData("sda:1", "begins with /dev/")]
    [InlineData("/foo:1", "begins with /dev/")]
    [InlineData("/dev/sda:-1", "The rate '-1'")]
    [InlineData("/dev/sda:1:2", "The rate '1:2'")]
    [InlineData("/dev/sda:", "The rate ''")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new DeviceByteRate(value), text, words);
        Assert.False(DeviceByteRate.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-DeviceReadBps @{ '/dev/sda' = 10MB }", "/dev/sda:10m")]
    [InlineData("-DeviceReadBps @{ '/dev/sda' = 1.5GB }", "/dev/sda:1536m")]
    [InlineData("-DeviceReadBps @{ '/dev/sda' = '10mb' }, '/dev/sdb:5'", "/dev/sda:10m /dev/sdb:5")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));
}
