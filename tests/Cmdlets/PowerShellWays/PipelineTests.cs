using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Many items side by side: order, throttle, and what fails among them.</summary>
public sealed class PipelineTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory]
    [EveryEngine(300, 409, "StateConflict", ErrorCategory.ResourceBusy)]
    [EveryEngine(20, 500, "EngineError", ErrorCategory.NotSpecified)]
    public async Task Of_300_containers_the_one_that_can_not_be_removed_is_one_error(string version, int count, int status, string errorId, ErrorCategory category)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, count);
        var (busyName, busyId) = made[count / 2];
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Refuse($"^DELETE /v[0-9.]+/containers/{busyId}", status, "its process holds it busy");

        var outcome = Session().Invoke(
            "Get-Container -Engine $proxy -All -Label $label | Stop-Container -PassThru | Remove-Container", ("proxy", proxy.Host), ("label", Label));

        var error = outcome.AssertError(errorId);
        Assert.Equal($"{errorId},DockerPS.Cmdlets.Containers.RemoveContainer", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(busyName, error.TargetObject);
        Assert.Equal($"{busyName}: its process holds it busy", error.Exception.Message);
        Assert.Empty(outcome.Output);
        Assert.Equal([busyName], await LeftAsync(engine));
        Assert.Equal(count, Count(proxy, "^DELETE "));
        Assert.Equal(count, Count(proxy, "^POST .*/stop"));
    }

    [Theory, EveryEngine]
    public async Task Output_keeps_the_order_of_the_input(string version)
    {
        var engine = await EngineAsync(version);
        var names = new string[4];
        for (var i = 0; i < names.Length; i++)
        {
            var seconds = new[] { "1.5", "0.8", "0", "0.3" }[i];
            names[i] = (await ContainerAsync(engine, $"trap 'sleep {seconds}; exit 0' TERM; sleep 600 & wait", start: true)).Name;
        }

        var stopped = Session(engine).Invoke("$names | Stop-Container -PassThru -ThrottleLimit 4", ("names", names)).AssertSucceeded();

        Assert.Equal(names, stopped.Texts());
        Assert.All(stopped.Output, container => Assert.Equal("Exited", container.Properties["State"].Value.ToString()));
    }

    [Theory, EveryEngine]
    public async Task Throttle_of_1_is_strict(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var made = await ContainersAsync(engine, 4);
        proxy.Delay("/stop([?].*)?$", TimeSpan.FromMilliseconds(100));

        var outcome = Session().Invoke(
            "$names | Stop-Container -Engine $proxy -PassThru -ThrottleLimit 1", ("names", made.Select(one => one.Name).ToArray()), ("proxy", proxy.Host));

        Assert.Equal(made.Select(one => one.Name), outcome.AssertSucceeded().Texts());
        // Each is looked up, stopped and read, and only then comes the next. Of Podman it is looked up too how long it may take to end.
        var requests = proxy.Requests.Where(request => !request.Contains("_ping", StringComparison.Ordinal)).Select(Kind);
        string[] expected = version == "podman" ? ["look", "look", "stop", "read"] : ["look", "stop", "read"];
        Assert.Equal(Enumerable.Repeat(expected, 4).SelectMany(kinds => kinds), requests);
    }

    [Theory]
    [EveryEngine("Stop-Container", 3)]
    [EveryEngine("Stop-Container", 5)]
    [EveryEngine("Get-Container", 4)]
    [EveryEngine("Get-ContainerDetail", 4)]
    public async Task Throttle_bounds_what_is_in_work(string version, string command, int throttle)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        await ContainersAsync(engine, 8);
        var host = Session();
        host.Invoke("$all = Get-Container -Engine $proxy -All -Label $label", ("proxy", proxy.Host), ("label", Label)).AssertSucceeded();
        var held = proxy.Delay("/(stop|json)([?].*)?$", TimeSpan.FromSeconds(1));

        using var running = host.BeginInvoke($"$all | {command} -ThrottleLimit $throttle", ("throttle", throttle));
        running.WaitUntil(() => held.Hits >= throttle);
        await Task.Delay(300);
        Assert.Equal(throttle, held.Hits);

        running.End().AssertSucceeded();
        // Of Podman it is read first how long a container may take to end.
        Assert.Equal(version == "podman" && command == "Stop-Container" ? 16 : 8, held.Hits);
    }

    [Fact]
    public async Task Default_throttle_is_8()
    {
        var engine = await NewestAsync();
        await using var proxy = FaultyProxy.Start(engine);
        await ContainersAsync(engine, 10);
        var host = Session();
        host.Invoke("$all = Get-Container -Engine $proxy -All -Label $label", ("proxy", proxy.Host), ("label", Label)).AssertSucceeded();
        var held = proxy.Delay("^DELETE ", TimeSpan.FromSeconds(1));

        using var running = host.BeginInvoke("$all | Remove-Container");
        running.WaitUntil(() => held.Hits >= 8);
        await Task.Delay(300);
        Assert.Equal(8, held.Hits);
        running.End().AssertSucceeded();
        Assert.Empty(await LeftAsync(engine));
    }

    [Fact]
    public async Task Throttle_of_0_is_refused()
    {
        var outcome = Session(await NewestAsync()).Invoke("Get-Container -ThrottleLimit 0");

        Assert.Equal("ParameterArgumentValidationError", Assert.Single(outcome.ErrorIds));
    }

    [Fact]
    public async Task Result_does_not_wait_for_the_next_input_of_a_slow_source()
    {
        var engine = await NewestAsync();
        var made = await ContainersAsync(engine, 4);

        var outcome = Session(engine).Invoke(
            """
            $log = [Collections.Generic.List[string]]::new()
            & { foreach ($name in $names) { $log.Add("in $name"); $name; Start-Sleep -Milliseconds 1500 } } |
                Stop-Container -PassThru | ForEach-Object { $log.Add("out $($_.Name)") }
            $log
            """,
            ("names", made.Select(one => one.Name).ToArray()));

        // How slow the source is shows with the second item; from then on each result is there before the next item.
        var (a, b, c, d) = (made[0].Name, made[1].Name, made[2].Name, made[3].Name);
        Assert.Equal([$"in {a}", $"in {b}", $"out {a}", $"out {b}", $"in {c}", $"out {c}", $"in {d}", $"out {d}"], outcome.AssertSucceeded().Texts());
    }

    [Theory]
    [EveryEngine("Stop-Container $names -PassThru")]
    [EveryEngine("$names | Restart-Container -PassThru -Timeout 0")]
    [EveryEngine("Start-Container $names")]
    [EveryEngine("Get-Container $names")]
    [EveryEngine("$names | Get-ContainerDetail")]
    public async Task What_can_not_be_found_is_reported_in_its_place(string version, string command)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 3);
        string[] names = [made[0].Name, Names.Prefix + "-none1", made[1].Name, Names.Prefix + "-none2", made[2].Name];

        var outcome = Session(engine).Invoke($"{command} 2>&1", ("names", names));

        Assert.Equal(
            names.Select((name, i) => i % 2 == 0 ? name : $"ContainerNotFound {name}"),
            outcome.AssertSucceeded().Output.Select(item => item.BaseObject is ErrorRecord error
                ? string.Create(CultureInfo.InvariantCulture, $"{error.FullyQualifiedErrorId.Split(',')[0]} {error.TargetObject}")
                : LanguagePrimitives.ConvertTo<string>(item)));
    }

    [Theory, EveryEngine]
    public async Task Failures_stand_between_the_results_in_the_order_of_the_input(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var made = await ContainersAsync(engine, 6);
        proxy.Refuse($"^POST .*/containers/({made[1].Id}|{made[4].Id})/stop", 500, "no");
        proxy.Delay($"^POST .*/containers/{made[0].Id}/stop", TimeSpan.FromMilliseconds(500));

        var outcome = Session().Invoke(
            "Stop-Container $names -Engine $proxy -PassThru 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { \"! $($_.TargetObject)\" } else { \"$_\" } }",
            ("names", made.Select(one => one.Name).ToArray()), ("proxy", proxy.Host));

        Assert.Equal(made.Select((one, i) => (i is 1 or 4 ? "! " : "") + one.Name), outcome.AssertSucceeded().Texts());
    }

    [Theory, EveryEngine]
    public async Task Empty_pipeline_is_no_error(string version)
    {
        var outcome = Session(await EngineAsync(version)).Invoke(
            "Get-Container -All -Label $label | Stop-Container -PassThru | Remove-Container; @() | Remove-Container; Get-Container \"$name-*\" | Wait-Container",
            ("label", Label), ("name", Names.Prefix));

        Assert.Empty(outcome.AssertSucceeded().Output);
    }

    private static string Kind(string request) => request switch
    {
        _ when request.Contains("/stop", StringComparison.Ordinal) => "stop",
        _ when request.EndsWith("/json", StringComparison.Ordinal) => "look",
        _ when request.Contains("/containers/json?", StringComparison.Ordinal) => "read",
        _ => request,
    };
}
