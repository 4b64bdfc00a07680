using System;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class GpuRequestTests
{
    [Theory]
    [InlineData("all", "all")]
    [InlineData("2", "2")]
    [InlineData("count=2", "2")]
    [InlineData("-1", "all")]
    [InlineData("device=0", "device=0")]
    [InlineData("\"device=0,1\",capabilities=utility", "\"device=0,1\",capabilities=utility")]
    [InlineData("driver=nvidia,count=all", "driver=nvidia,count=all")]
    [InlineData("driver=nvidia", "driver=nvidia,count=1")]
    [InlineData("driver=nvidia,count=2,\"capabilities=compute,utility\",\"options=c=d,a=b\"", "driver=nvidia,count=2,\"capabilities=compute,utility\",\"options=a=b,c=d\"")]
    [InlineData("device=0,count=2", "count=2,device=0")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<GpuRequest>(text, printed);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("foo", "The number 'foo'")]
    [InlineData("count=x", "The number 'x'")]
    [InlineData("all,count=2", "'count' is given twice")]
    [InlineData("foo=bar", "'foo' is not known")]
    [InlineData("\"device=0", "not closed")]
    [InlineData("1.5", "The number '1.5'")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new GpuRequest(value), text, words);
        Assert.False(GpuRequest.TryParse(text, out _));
    }

    [Theory]
    [InlineData("-Gpus all, 2", "all 2")]
    [InlineData("-Gpus @{ Device = 0, 1; Capabilities = 'utility' }", "\"device=0,1\",capabilities=utility")]
    [InlineData("-Gpus @{ Count = 2; Options = @{ a = 'b' } }", "count=2,options=a=b")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Gpus @{ Size = 1 }", "unknown key Size")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
