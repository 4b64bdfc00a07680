using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Daemon;

/// <summary>Events, as they were and as they come.</summary>
public sealed class DockerEventTests(SharedEngines engines) : ContainerTests(engines)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Theory, EveryEngine]
    public async Task What_was_is_told_in_types_and_order(string version)
    {
        // An engine of its own: one that others use forgets events within seconds.
        await using var engine = await OwnEngineAsync(version);
        var host = Session(engine);
        var start = DateTime.Now;
        var name = await RunToEndAsync(engine, "sh", "-c", "exit 3");
        await DockerAsync(engine, "volume", "create", Names.Next("vol"));

        var events = host.Invoke("Get-DockerEvent $n", ("n", name)).AssertSucceeded().All();

        Assert.Equal(["create", "start", "die"], events.Select(one => (string)one.Action).Where(action => action is "create" or "start" or "die"));
        var die = events.Single(one => one.Action == "die");
        var id = (await InspectAsync(engine, name)).GetProperty("Id").GetString();
        Assert.Equal((id, name, TestImage.Reference, 3), ((string)die.ActorId, (string)die.Name, (string)die.Image, (int)die.ExitCode));
        Assert.Equal(("Container", "container", "local", engine.Host), ((string)die.Type.ToString(), (string)die.TypeText, (string)die.Scope, (string)die.Engine));
        Assert.InRange((DateTime)die.Time, start.AddSeconds(-5), DateTime.Now.AddSeconds(5));
        Assert.Equal(events.Select(one => (long)one.TimeNano).Order(), events.Select(one => (long)one.TimeNano));
        Assert.Equal(["volume create"], host.Invoke("Get-DockerEvent -Type Volume -Event create -Volume $v | ForEach-Object { \"$($_.TypeText) $($_.Action)\" }", ("v", Names.Prefix)).Lines());
        Assert.Equal(["die"], host.Invoke("(Get-Container $n | Get-DockerEvent -Event die, start -Since ([TimeSpan]'1:00') | Select-Object -Last 1).Action", ("n", name)).Lines());
        Assert.Empty(host.Invoke("Get-DockerEvent $n -Until 1h; Get-Container nosuch* | Get-DockerEvent; Get-DockerEvent $p", ("n", name), ("p", name[..^1])).Lines());
        Assert.NotEmpty(host.Invoke("Get-DockerEvent $p", ("p", Names.Prefix + "*")).Lines());
        RoundTrip.AssertKept(host, "Get-DockerEvent $n -Event die", ("n", name));
        Assert.Contains(host.Render("Get-DockerEvent $n -Event die", ("n", name)), line => line.Contains(" die ", StringComparison.Ordinal) && line.Contains(name[..20], StringComparison.Ordinal));
    }

    [Theory, EveryEngine]
    public async Task Followed_ones_come_as_they_happen_until_a_stop(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        using var running = host.BeginInvoke("Get-DockerEvent -Follow -Type Container -Label $l", ("l", Names.Prefix));
        await ListeningAsync(engine, running, Names.Prefix);

        var name = await RunWithAsync(engine, ["-l", Names.Prefix, "--rm"], "true");

        running.WaitUntil(() => Actions(running, name).Contains("destroy"), Long);
        running.Stop(Long);
        Assert.Equal(["create", "start", "die", "destroy"], Actions(running, name).Where(action => action is not ("attach" or "resize" or "init" or "cleanup")));
        Assert.Equal(1, Actions(running, name).Count(action => action == "die"));
    }

    [Theory, EveryEngine]
    public async Task Followed_ones_end_where_enough_came_and_at_their_end(string version)
    {
        // An engine of its own: one that others use forgets events within seconds.
        await using var engine = await OwnEngineAsync(version);
        var host = Session(engine);
        var name = await RunToEndAsync(engine, "true");

        Assert.Equal(["create"], host.Invoke("(Get-DockerEvent $n -Follow -Since 10m | Select-Object -First 1).Action", ("n", name)).Lines());
        // Podman tells that it tidied up, too.
        Assert.Equal("die", host.Invoke("(Get-DockerEvent $n -Follow -Since 10m -Until (Get-Date).AddSeconds(1)).Action", ("n", name)).Lines().Last(action => action != "cleanup"));
    }

    [Theory, EveryEngine]
    public async Task Subscriber_runs_its_action_and_its_connection_ends_with_it(string version)
    {
        var (engine, _) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });

        host.Invoke(
            "$global:seen = [Collections.Concurrent.ConcurrentQueue[string]]::new(); "
            + "$job = Register-DockerEvent -Label $l -Type Container -SourceIdentifier mine -MessageData 7 -Action { $global:seen.Enqueue(\"$($Event.MessageData) $($EventArgs.Event.Action)\") }; $job.Name",
            ("l", Names.Prefix)).AssertSucceeded();
        Assert.Equal("NameConflict", host.Invoke("Register-DockerEvent -SourceIdentifier mine").ErrorIds.Single());
        await RunWithAsync(engine, ["-l", Names.Prefix, "--rm"], "true");

        Assert.Equal("True", host.Invoke("$end = (Get-Date).AddSeconds(30); while ($global:seen -notcontains '7 destroy' -and (Get-Date) -lt $end) { Start-Sleep -Milliseconds 50 }; $global:seen -contains '7 destroy'").Lines().Single());
        var open = proxy.OpenConnections;
        host.Invoke("Unregister-Event mine").AssertSucceeded();
        await UntilAsync(() => proxy.OpenConnections < open, "the connection is closed");

        host.Invoke("Register-DockerEvent -Label $l -Type Container -Event create -SourceIdentifier other", ("l", Names.Prefix)).AssertSucceeded();
        var name = Names.Next();
        await DockerAsync(engine, "create", "--name", name, "-l", Names.Prefix, TestImage.Reference);
        await DockerAsync(engine, "rm", name);
        Assert.Equal("create", host.Invoke("(Wait-Event other -Timeout 30).SourceEventArgs.Event.Action").Lines().Single());
        open = proxy.OpenConnections;
        host.Dispose();
        await UntilAsync(() => proxy.OpenConnections < open, "the connection is closed");
    }

    private static async Task<TestEngine> OwnEngineAsync(string version)
    {
        var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        return engine;
    }

    private static string[] Actions(RunningScript running, string name) =>
        [.. running.Output.Select(item => (dynamic)item.BaseObject).Where(one => one.Name == name).Select(one => (string)one.Action)];

    // Something that happens again and again, until the first of it is heard.
    private async Task ListeningAsync(TestEngine engine, RunningScript running, string label)
    {
        for (var waited = DateTime.UtcNow; running.Output.Count == 0; await Task.Delay(50))
        {
            Assert.True(DateTime.UtcNow - waited < Long, "No event was heard.");
            var probe = Names.Next("probe");
            await DockerAsync(engine, "create", "--name", probe, "-l", label, TestImage.Reference);
            await DockerAsync(engine, "rm", probe);
        }
    }

    private static async Task UntilAsync(Func<bool> condition, string what)
    {
        for (var waited = DateTime.UtcNow; !condition(); await Task.Delay(20))
        {
            Assert.True(DateTime.UtcNow - waited < Long, $"It never came to this: {what}");
        }
    }
}
