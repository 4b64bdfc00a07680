using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images.Builds;

/// <summary>On an engine of their own: what other tests have in the cache is none of theirs.</summary>
public sealed class ClearDockerBuildCacheTests(SharedEngines engines) : BuildTests(engines)
{
    [Theory, EveryEngine, PodmanDiffers("`Clear-DockerBuildCache`")]
    public async Task Unused_cache_goes_and_what_if_says_how_much(string version)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        var host = Session(engine);
        host.Invoke("$null = New-ContainerImage -Dockerfile 'FROM busybox:test', 'RUN seq 100000 >/numbers' -Builder BuildKit").AssertSucceeded();

        var tried = host.Invoke("Clear-DockerBuildCache -All -WhatIf").AssertSucceeded();
        Assert.Matches("at most [1-9][0-9]* pieces with [0-9.]+ ?kB", Assert.Single(tried.HostLines, line => line.Contains("What if", StringComparison.Ordinal)));
        Assert.Equal(0, (int)host.Invoke("Clear-DockerBuildCache -All -OlderThan 24h -Confirm:$false").One().Count);
        Assert.Equal(0, (int)host.Invoke("Clear-DockerBuildCache -All -KeepStorage 10GB -Confirm:$false").One().Count);

        host.Answer("No");
        Assert.Empty(host.Invoke("Clear-DockerBuildCache -All").AssertSucceeded().Output);

        var cleared = host.Invoke("Clear-DockerBuildCache -All -Confirm:$false").One();

        Assert.Equal("DockerPS.ClearedBuildCache", cleared.GetType().FullName);
        Assert.True((int)cleared.Count > 0);
        Assert.Equal((int)cleared.Count, ((string[])cleared.Deleted).Length);
        Assert.Equal(engine.Host, (string)cleared.Engine);
        Assert.Equal(0, (int)host.Invoke("Clear-DockerBuildCache -All -Confirm:$false").One().Count);
        Assert.Contains(host.Render("Clear-DockerBuildCache -Confirm:$false"), line => line.StartsWith("Count", StringComparison.Ordinal) && line.Contains("SpaceReclaimed", StringComparison.Ordinal));
    }
}
