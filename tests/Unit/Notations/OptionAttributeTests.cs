using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class OptionAttributeTests
{
    [Theory]
    [InlineData("-Pid host", "host")]
    [InlineData("-Pid container:web", "container:web")]
    [InlineData("-Pid ''", "")]
    [InlineData("-Ip 10.0.0.5", "10.0.0.5")]
    [InlineData("-Ip ([ipaddress]'10.0.0.5')", "10.0.0.5")]
    [InlineData("-Dns 1.1.1.1, 2001:db8::1", "1.1.1.1 2001:db8::1")]
    [InlineData("-DnsSearch example.com, a-b.c, .", "example.com a-b.c .")]
    [InlineData("-CpusetCpus 0,2", "0,2")]
    [InlineData("-CpusetCpus 0-3", "0-3")]
    [InlineData("-StopTimeout 30", "30")]
    [InlineData("-StopTimeout '30'", "30")]
    [InlineData("-StopTimeout -1", "-1")]
    [InlineData("-StopTimeout 1m30s", "90")]
    [InlineData("-StopTimeout 100ms", "1")]
    [InlineData("-StopTimeout ([timespan]'0:2:0')", "120")]
    [InlineData("-Timeout 30", "30s")]
    [InlineData("-Timeout '30'", "30s")]
    [InlineData("-Timeout 100us", "100us")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Pid other", "'other' is not a mode here: host, container:<name or id> are.")]
    [InlineData("-Pid container:", "'container:' is not a mode here")]
    [InlineData("-Ip 10.1", "'10.1' is not an IPv4 address")]
    [InlineData("-Ip ::1", "'::1' is not an IPv4 address")]
    [InlineData("-Ip 010.0.0.1", "is not an IPv4 address")]
    [InlineData("-Dns 1.1.1.1, x", "'x' is not an IP address")]
    [InlineData("-DnsSearch 'a b'", "'a b' is not a domain")]
    [InlineData("-DnsSearch -x", "is not a domain")]
    [InlineData("-DnsSearch a..b", "'a..b' is not a domain")]
    [InlineData("-DnsSearch 1.2", "is not a domain")]
    [InlineData("-CpusetCpus 0, 1.5", "quote it")]
    [InlineData("-StopTimeout x", "Int32")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
