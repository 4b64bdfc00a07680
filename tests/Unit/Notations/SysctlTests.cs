using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class SysctlTests
{
    [Theory]
    [InlineData("net.ipv4.ip_forward=1", "net.ipv4.ip_forward=1")]
    [InlineData("kernel.shmmax=65536", "kernel.shmmax=65536")]
    [InlineData("fs.mqueue.msg_max=5", "fs.mqueue.msg_max=5")]
    [InlineData("kernel.sem=1 2 3 4", "kernel.sem=1 2 3 4")]
    [InlineData("net.x=", "net.x=")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<Sysctl>(text, printed);

    [Theory]
    [InlineData("", "no equals sign")]
    [InlineData("net.x", "no equals sign")]
    [InlineData("kernel.pid_max=5", "'kernel.pid_max' can't be set")]
    [InlineData("vm.swappiness=1", "'vm.swappiness'")]
    [InlineData("=1", "'' can't be set")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new Sysctl(value), text, words);
        Assert.False(Sysctl.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Sysctl @{ 'net.core.somaxconn' = 1024 }", "net.core.somaxconn=1024")]
    [InlineData("-Sysctl net.x=1, kernel.sem=2", "net.x=1 kernel.sem=2")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));
}
