using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>What would be done, and whether it may be.</summary>
public sealed class ShouldProcessTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory]
    [EveryEngine("Remove-Container $name -Force -Volumes -WhatIf", "Remove-Container", "{0} (busybox:test, running)")]
    [EveryEngine("Get-Container $name | Remove-Container -Force -WhatIf", "Remove-Container", "{0} (busybox:test, running)")]
    [EveryEngine("Remove-Container \"$name*\" -WhatIf", "Remove-Container", "{0} (busybox:test, running)")]
    [EveryEngine("Stop-Container $name -Force -PassThru -WhatIf", "Stop-Container", "{0} (busybox:test, running)")]
    [EveryEngine("Restart-Container $name -WhatIf", "Restart-Container", "{0} (busybox:test, running)")]
    [EveryEngine("Start-Container $name -WhatIf", "Start-Container", "{0} (busybox:test, running)")]
    [EveryEngine("Get-ContainerDetail $name | Stop-Container -WhatIf", "Stop-Container", "{0} (busybox:test, running)")]
    [EveryEngine("Start-Container -Image busybox:test -Name new-one -WhatIf", "Create and start", "new-one (busybox:test)")]
    [EveryEngine("New-Container busybox:test -WhatIf", "Create", "a container of busybox:test")]
    [EveryEngine("Install-ContainerImage nowhere.invalid/thing -WhatIf", "Pull", "nowhere.invalid/thing:latest")]
    [EveryEngine("$WhatIfPreference = $true; Remove-Container $name -Force", "Remove-Container", "{0} (busybox:test, running)")]
    public async Task What_if_says_what_and_changes_nothing(string version, string command, string action, string target)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine, start: true);
        await using var proxy = FaultyProxy.Start(engine);

        var outcome = Session(new PowerShellHostOptions { Engine = proxy.Host }).Invoke(command, ("name", name)).AssertSucceeded();

        var expected = target.Replace("{0}", name, StringComparison.Ordinal);
        Assert.Equal([$"What if: Performing the operation \"{action}\" on target \"{expected}\"."], outcome.HostLines);
        Assert.Empty(outcome.Output);
        Assert.DoesNotContain(proxy.Requests, request => request.StartsWith("POST", StringComparison.Ordinal) || request.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Equal("running", await StateAsync(engine, name));
    }

    [Theory, EveryEngine]
    public async Task Confirm_asks_for_each_and_takes_each_answer(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 3);
        var host = Session(engine);
        host.Answer("Yes", "No", "Yes");

        var outcome = host.Invoke("$names | Remove-Container -Confirm", ("names", made.Select(one => one.Name).ToArray())).AssertSucceeded();

        Assert.Equal(made.Select(one => $"Performing the operation \"Remove-Container\" on target \"{one.Name} (busybox:test, created)\"."), outcome.Prompts.Select(Question));
        Assert.Equal([made[1].Name], await LeftAsync(engine));
    }

    [Theory]
    [EveryEngine("Yes to All", 1)]
    [EveryEngine("No to All", 5)]
    public async Task Answer_to_all_ends_the_questions(string version, string answer, int left)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 5);
        var host = Session(engine);
        host.Answer("No", answer);

        var outcome = host.Invoke("$names | Remove-Container -Confirm", ("names", made.Select(one => one.Name).ToArray())).AssertSucceeded();

        Assert.Equal(2, outcome.Prompts.Count);
        Assert.Equal(made.Take(left).Select(one => one.Name), await LeftAsync(engine));
    }

    [Theory]
    [EveryEngine("Low", true)]
    [EveryEngine("Medium", true)]
    [EveryEngine("High", false)]
    [EveryEngine("None", false)]
    public async Task Confirm_preference_decides_whether_a_removal_asks(string version, string preference, bool asks)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);
        var host = Session(engine);
        host.Answer("No");

        var outcome = host.Invoke("$ConfirmPreference = $preference; Remove-Container $name -Force", ("preference", preference), ("name", name)).AssertSucceeded();

        Assert.Equal(asks ? 1 : 0, outcome.Prompts.Count);
        Assert.Equal(asks ? [name] : [], await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task Confirm_false_asks_nothing(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);

        var outcome = Session(engine).Invoke("$ConfirmPreference = 'Low'; Remove-Container $name -Confirm:$false", ("name", name)).AssertSucceeded();

        Assert.Empty(outcome.Prompts);
        Assert.Empty(await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task What_is_confirmed_is_done_while_the_next_is_asked_for(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 2);
        var host = Session(engine);
        host.Answer("Yes", "No");

        var outcome = host.Invoke("$names | Stop-Container -PassThru -Confirm", ("names", made.Select(one => one.Name).ToArray())).AssertSucceeded();

        Assert.Equal([made[0].Name], outcome.Texts());
    }

    // "Are you sure?" stands before it.
    private static string Question(RecordedPrompt prompt) => prompt.Message.Split('\n')[^1];
}
