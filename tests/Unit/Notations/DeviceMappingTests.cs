using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class DeviceMappingTests
{
    [Theory]
    [InlineData("/dev/snd", "/dev/snd", "/dev/snd", "/dev/snd", "rwm", false)]
    [InlineData("/dev/sda:/dev/xvda", "/dev/sda:/dev/xvda", "/dev/sda", "/dev/xvda", "rwm", false)]
    [InlineData("/dev/sda:/dev/sda", "/dev/sda", "/dev/sda", "/dev/sda", "rwm", false)]
    [InlineData("/dev/sda:/dev/xvda:r", "/dev/sda:/dev/xvda:r", "/dev/sda", "/dev/xvda", "r", false)]
    [InlineData("/dev/sda:rw", "/dev/sda:rw", "/dev/sda", "/dev/sda", "rw", false)]
    [InlineData("/dev/sda:mr", "/dev/sda:mr", "/dev/sda", "/dev/sda", "mr", false)]
    [InlineData("/dev/sda:/dev/sda:rwm", "/dev/sda", "/dev/sda", "/dev/sda", "rwm", false)]
    [InlineData("nvidia.com/gpu=0", "nvidia.com/gpu=0", "nvidia.com/gpu=0", "nvidia.com/gpu=0", "rwm", true)]
    [InlineData("vendor.com/class=a:b.c", "vendor.com/class=a:b.c", "vendor.com/class=a:b.c", "vendor.com/class=a:b.c", "rwm", true)]
    [InlineData("class/5B45201D-F2F2-4F3B-85BB-30FF1F953599", "class/5B45201D-F2F2-4F3B-85BB-30FF1F953599", "class/5B45201D-F2F2-4F3B-85BB-30FF1F953599", "class/5B45201D-F2F2-4F3B-85BB-30FF1F953599", "rwm", false)]
    public void What_docker_takes_prints_back(string text, string printed, string host, string container, string permissions, bool cdi)
    {
        var device = NotationAssert.Prints<DeviceMapping>(text, printed);
        Assert.Equal(host, device.PathOnHost);
        Assert.Equal(container, device.PathInContainer);
        Assert.Equal(permissions, device.CgroupPermissions);
        Assert.Equal(cdi, device.IsCdi);
    }

    [Theory]
    [InlineData("", "on the host, '', is not absolute")]
    [InlineData("snd", "on the host, 'snd', is not absolute")]
    [InlineData(":/dev/x", "on the host, ''")]
    [InlineData("/dev/x:", "in the container, '', is not absolute")]
    [InlineData("/dev/x:z", "in the container, 'z', is not absolute")]
    [InlineData("/dev/x:rr", "in the container, 'rr', is not absolute")]
    [InlineData("/dev/x:/dev/y:", "permissions ''")]
    [InlineData("/dev/x:/dev/y:z", "permissions 'z'")]
    [InlineData("/dev/x:/dev/y:rr", "permissions 'rr'")]
    [InlineData("/dev/x:/dev/y:r:w", "too many colons")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new DeviceMapping(value), text, words);
        Assert.False(DeviceMapping.TryParse(text, out _));
    }

    [Fact]
    public void PowerShell_binds() =>
        Assert.Equal(["/dev/snd", "/dev/sda:r"], Bound.By("Test-Notation -Device /dev/snd, /dev/sda:r"));
}
