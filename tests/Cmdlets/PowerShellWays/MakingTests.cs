using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Containers half made, and the pulls before them.</summary>
public sealed class MakingTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory]
    [EveryEngine(true, 1)]
    [EveryEngine(false, 1)]
    [EveryEngine(false, 3)]
    public async Task Stop_half_way_takes_back_what_was_made(string version, bool reachesTheEngine, int count)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var held = reachesTheEngine ? proxy.Stall("/start$") : proxy.Delay("/start$", TimeSpan.FromSeconds(3));
        var names = Enumerable.Range(0, count).Select(_ => Names.Next()).ToArray();
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });

        using var running = host.BeginInvoke("Start-Container -Image busybox:test -Name $names sleep 600", ("names", names));
        running.WaitUntil(() => held.Hits == count);
        Assert.Equal(count, (await LeftAsync(engine)).Length);
        var took = running.Stop();

        Assert.True(running.End().WasStopped);
        Assert.Empty(running.Output);
        Assert.True(took < TimeSpan.FromSeconds(3), $"{took}");
        Assert.Empty(await LeftAsync(engine));
        Assert.Equal(count, Count(proxy, "^DELETE "));
    }

    [Theory, EveryEngine]
    public async Task Early_end_takes_back_what_is_half_made(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Stall("/start$");
        proxy.Delay("/start$", TimeSpan.FromSeconds(1), times: 1);
        var names = Enumerable.Range(0, 3).Select(_ => Names.Next()).ToArray();
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });

        var outcome = host.Invoke(
            "& { $names[0]; Start-Sleep -Milliseconds 300; $names[1]; $names[2] } | Start-Container -Image busybox:test sleep 600 | Select-Object -First 1", ("names", names));

        // The first start is held for a second, the others for ever.
        Assert.Equal([names[0]], outcome.AssertSucceeded().Texts());
        Assert.Equal([names[0]], await LeftAsync(engine));
        host.Invoke("Remove-Container $names[0] -Force").AssertSucceeded();
    }

    [Theory, EveryEngine]
    public async Task Failed_start_takes_back_what_was_made_and_says_so(string version)
    {
        var engine = await EngineAsync(version);
        var name = Names.Next();

        var error = Session(engine).Invoke("Start-Container -Image busybox:test -Name $name no-such-command", ("name", name)).AssertError("CommandNotStarted");

        Assert.Equal(name, error.TargetObject);
        Assert.EndsWith("The container that was created for it was removed again.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task Missing_image_is_pulled_once_for_several_containers(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var names = Enumerable.Range(0, 4).Select(_ => Names.Next()).ToArray();
        foreach (var name in names)
        {
            proxy.Refuse($"/containers/create\\?name={name}", 404, "No such image: busybox:test", times: 1);
        }

        var pull = proxy.Answer("/images/create", PullAnswers.Whole());
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });

        var outcome = host.Invoke("Start-Container -Image busybox:test -Name $names sleep 600", ("names", names)).AssertSucceeded();

        Assert.Equal(names, outcome.Texts());
        Assert.Equal(1, pull.Hits);
        Assert.Equal(1, Count(proxy, "/images/create"));
        host.Invoke("Remove-Container $names -Force").AssertSucceeded();
    }

    [Theory, EveryEngine]
    public async Task Failed_pull_is_an_error_of_each_container(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var names = Enumerable.Range(0, 3).Select(_ => Names.Next()).ToArray();
        proxy.Refuse("/containers/create", 404, "No such image: busybox:test");
        proxy.Refuse("/images/create", 500, "Get https://nowhere.invalid/v2/: no such host");

        var outcome = Session(new PowerShellHostOptions { Engine = proxy.Host }).Invoke("New-Container busybox:test -Name $names", ("names", names));

        Assert.Equal(names, outcome.Errors.Select(error => error.TargetObject));
        Assert.All(outcome.ErrorIds, id => Assert.Equal("PullFailed", id));
        Assert.Equal(1, Count(proxy, "/images/create"));
    }

    [Theory, EveryEngine]
    public async Task Progress_of_a_pull_is_shown_and_completed(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Answer("/images/create", PullAnswers.Whole());

        var outcome = Session().Invoke("Install-ContainerImage busybox:test -Engine $proxy", ("proxy", proxy.Host)).AssertSucceeded();

        Assert.Equal(["busybox:test"], outcome.Texts());
        Assert.Equal("Pulling busybox:test", outcome.Progress[0].Activity);
        Assert.Single(outcome.Progress.Select(record => record.ActivityId).Distinct());
        Assert.Equal(ProgressRecordType.Completed, outcome.Progress[^1].RecordType);
        Assert.All(outcome.Progress.SkipLast(1), record => Assert.Equal(ProgressRecordType.Processing, record.RecordType));
    }

    [Theory, EveryEngine]
    public async Task Progress_of_a_pull_is_completed_on_a_stop(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Answer("/images/create", PullAnswers.Begun());

        using var running = Session().BeginInvoke("Install-ContainerImage busybox:test -Engine $proxy", ("proxy", proxy.Host));
        running.WaitUntil(() => running.Progress.Count > 0);
        await Task.Delay(300);
        running.Stop();

        var outcome = running.End();
        Assert.True(outcome.WasStopped);
        Assert.Equal(ProgressRecordType.Completed, outcome.Progress[^1].RecordType);
        Assert.Single(outcome.Progress.Select(record => record.ActivityId).Distinct());
    }

    [Theory]
    [EveryEngine("$ProgressPreference = 'SilentlyContinue'; Install-ContainerImage busybox:test")]
    [EveryEngine("Install-ContainerImage busybox:test -ProgressAction SilentlyContinue")]
    public async Task Progress_is_silent_where_it_is_not_wished(string version, string command)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });
        var pull = proxy.Answer("/images/create", PullAnswers.Whole(), times: 1);

        Assert.Empty(host.Invoke(command).AssertSucceeded().Progress);
        Assert.Equal(1, pull.Hits);

        var begun = proxy.Answer("/images/create", PullAnswers.Begun());
        using var running = host.BeginInvoke(command);
        running.WaitUntil(() => begun.Hits == 1);
        await Task.Delay(300);
        running.Stop();
        Assert.Empty(running.End().Progress);
    }
}
