using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Errors as PowerShell's users handle them.</summary>
public sealed class ErrorTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory, EveryEngine]
    public async Task Error_has_id_category_target_and_remedy(string version)
    {
        var engine = await EngineAsync(version);
        var none = Names.Prefix + "-none";

        foreach (var command in (string[])["Stop-Container", "Restart-Container", "Start-Container", "Remove-Container", "Get-Container", "Get-ContainerDetail", "Get-ContainerLog", "Get-ContainerProcess", "Wait-Container"])
        {
            var error = Session(engine).Invoke($"{command} {none}").AssertError("ContainerNotFound");

            Assert.Equal($"ContainerNotFound,DockerPS.Cmdlets.Containers.{command.Replace("-", "", StringComparison.Ordinal)}", error.FullyQualifiedErrorId);
            Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
            Assert.Equal(none, error.TargetObject);
            Assert.Contains(none, error.Exception.Message, StringComparison.Ordinal);
            Assert.Equal("Get-Container -All lists the containers that are there.", error.ErrorDetails.RecommendedAction);
            Assert.Equal(error.Exception.Message, error.ErrorDetails.Message);
        }
    }

    [Theory, EveryEngine]
    public async Task Common_failures_say_what_would_mend_them(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);
        var host = Session(engine);

        var taken = host.Invoke("New-Container busybox:test -Name $name", ("name", name)).AssertError("NameConflict");
        Assert.Equal((ErrorCategory.ResourceExists, (object)name), (taken.CategoryInfo.Category, taken.TargetObject));
        Assert.Contains("-Name", taken.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        var away = host.Invoke("Get-Container -Engine unix:///tmp/no-such-engine.sock").AssertError("EngineUnreachable");
        Assert.Equal((ErrorCategory.ConnectionError, (object)"unix:///tmp/no-such-engine.sock"), (away.CategoryInfo.Category, away.TargetObject));
        Assert.Contains("DOCKER_HOST", away.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        var image = host.Invoke("New-Container no-such-image:1 -Pull Never -Name $name", ("name", Names.Next())).AssertError("ImageNotFound");
        Assert.Equal(ErrorCategory.ObjectNotFound, image.CategoryInfo.Category);
        Assert.Contains("Install-ContainerImage", image.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Errors_reach_the_variables_that_users_look_into(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);
        var none = Names.Prefix + "-none";

        var outcome = Session(engine).Invoke(
            """
            $Error.Clear()
            $passed = Stop-Container $none, $name -PassThru -ErrorAction SilentlyContinue -ErrorVariable mine; $ok = $?
            "$passed"; "$ok"; $mine.Count; $mine[0].FullyQualifiedErrorId.Split(',')[0]; $Error.Count; [object]::ReferenceEquals($mine[0], $Error[0])
            $Error.Clear()
            Stop-Container $none -ErrorAction Ignore
            $Error.Count
            """,
            ("name", name), ("none", none));

        Assert.Equal([name, "False", "1", "ContainerNotFound", "1", "True", "0"], outcome.AssertSucceeded().Texts());
    }

    [Theory, EveryEngine]
    public async Task Error_action_stop_ends_the_command_at_the_failure(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 4);
        await using var proxy = FaultyProxy.Start(engine);

        var outcome = Session().Invoke(
            """
            $passed = [Collections.Generic.List[string]]::new()
            try { Stop-Container $names -Engine $proxy -PassThru -ThrottleLimit 1 -ErrorAction Stop | ForEach-Object { $passed.Add($_.Name) } }
            catch { "caught $($_.FullyQualifiedErrorId.Split(',')[0]) $($_.TargetObject) $($_.Exception.GetType().FullName)" }
            $passed
            """,
            ("names", (string[])[made[0].Name, Names.Prefix + "-none", made[1].Name, made[2].Name]), ("proxy", proxy.Host));

        Assert.Equal([$"caught ContainerNotFound {Names.Prefix}-none DockerPS.DockerException", made[0].Name], outcome.AssertSucceeded().Texts());
        Assert.Equal(1, Count(proxy, "/stop([?].*)?$"));
    }

    [Theory, EveryEngine]
    public async Task Error_preference_stop_of_the_session_counts(string version)
    {
        var engine = await EngineAsync(version);

        var outcome = Session(engine).Invoke("$ErrorActionPreference = 'Stop'; Get-ContainerDetail $none; 'never'", ("none", Names.Prefix + "-none"));

        Assert.Empty(outcome.Output);
        Assert.Equal("ContainerNotFound", outcome.Terminating?.FullyQualifiedErrorId.Split(',')[0]);
    }

    [Theory, EveryEngine]
    public async Task Engine_that_is_down_is_one_error_and_the_other_answers(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 2);
        const string Down = "unix:///tmp/no-such-engine.sock";
        var host = Session();

        var listed = host.Invoke("Get-Container -Engine $down, $up -All -Label $label | Sort-Object Name", ("down", Down), ("up", engine.Host), ("label", Label));
        Assert.Equal(made.Select(one => one.Name), listed.Texts());
        Assert.Equal(Down, listed.AssertError("EngineUnreachable").TargetObject);

        var stopped = host.Invoke("Stop-Container $name -Engine $down, $up -PassThru", ("name", made[0].Name));
        Assert.Equal([made[0].Name], stopped.Texts());
        Assert.Equal(made[0].Name, stopped.AssertError("EngineUnreachable").TargetObject);

        var malformed = host.Invoke("Get-Container -Engine 'nonsense://x', $up -All -Label $label");
        Assert.Equal(2, malformed.Output.Count);
        Assert.Equal("nonsense://x", malformed.AssertError("InvalidEndpoint").TargetObject);
    }

    [Theory, EveryEngine]
    public async Task Engine_that_breaks_off_a_list_is_an_error(string version)
    {
        var engine = await EngineAsync(version);
        await ContainersAsync(engine, 3);
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Cut("/containers/json", afterBytes: 700);

        var outcome = Session().Invoke("Get-Container -Engine $proxy -All", ("proxy", proxy.Host));

        Assert.Empty(outcome.Output);
        Assert.Equal(ErrorCategory.ConnectionError, outcome.AssertError("ConnectionLost").CategoryInfo.Category);
    }
}
