using System;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class RestartPolicyTests
{
    [Theory]
    [InlineData("no", "no", RestartMode.No, 0)]
    [InlineData("", "no", RestartMode.No, 0)]
    [InlineData("always", "always", RestartMode.Always, 0)]
    [InlineData("Always", "always", RestartMode.Always, 0)]
    [InlineData("always:0", "always", RestartMode.Always, 0)]
    [InlineData("unless-stopped", "unless-stopped", RestartMode.UnlessStopped, 0)]
    [InlineData("on-failure", "on-failure", RestartMode.OnFailure, 0)]
    [InlineData("on-failure:", "on-failure", RestartMode.OnFailure, 0)]
    [InlineData("on-failure:0", "on-failure", RestartMode.OnFailure, 0)]
    [InlineData("on-failure:3", "on-failure:3", RestartMode.OnFailure, 3)]
    public void What_docker_takes_prints_back(string text, string printed, RestartMode mode, int times)
    {
        var policy = NotationAssert.Prints<RestartPolicy>(text, printed);
        Assert.Equal(mode, policy.Mode);
        Assert.Equal(times, policy.MaximumRetryCount);
    }

    [Theory]
    [InlineData("foo", "'foo' is not a restart policy")]
    [InlineData(":3", "'' is not a restart policy")]
    [InlineData("on-failure:x", "'x' is not a number of times")]
    [InlineData("on-failure:-1", "'-1' is not a number of times")]
    [InlineData("on-failure:3:4", "'3:4' is not a number of times")]
    [InlineData("always:3", "Only on-failure takes a number")]
    [InlineData("unlessstopped", "is not a restart policy")]
    public void What_is_no_policy_is_refused(string text, string words)
    {
        NotationAssert.Refuses(value => new RestartPolicy(value), text, words);
        Assert.False(RestartPolicy.TryParse(text, out _));
    }

    [Fact]
    public void The_enum_is_taken_and_numbers_are_not()
    {
        Assert.Equal("unless-stopped", LanguagePrimitives.ConvertTo<RestartPolicy>(RestartMode.UnlessStopped).ToString());
        Assert.Contains("quote it", Bound.Refusal<RestartPolicy>(1), StringComparison.Ordinal);
        Assert.Contains("a boolean", Bound.Refusal<RestartPolicy>(true), StringComparison.Ordinal);
    }
}
