using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class WaitContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Ends_come_as_they_happen_with_their_exit_codes(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var slow = await RunAsync(engine, "sh", "-c", "while ! test -f /go; do sleep 0.05; done; exit 5");
        var soon = await RunAsync(engine, "sh", "-c", "sleep 0.1; exit 3");
        var ended = await RunToEndAsync(engine, "true");

        using var waiting = host.BeginInvoke("Wait-Container $a, $b, $c -Timeout 40", ("a", slow), ("b", soon), ("c", ended));
        waiting.WaitForOutput(2);
        await DockerAsync(engine, "exec", slow, "touch", "/go");
        var containers = waiting.End().AssertSucceeded().All();

        Assert.Equal((slow, 5), ((string)containers[^1].Name, (int)containers[^1].ExitCode));
        Assert.Equal(new[] { (soon, 3), (ended, 0) }.Order(), containers.Take(2).Select(container => ((string)container.Name, (int)container.ExitCode)).Order());
        Assert.All(containers, container => Assert.Equal("Exited", (string)container.State.ToString()));
    }

    [Theory, EveryEngine]
    public async Task Time_that_is_over_is_an_error_for_each_that_is_not_there(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (first, second, ended) = (await RunAsync(engine), await RunAsync(engine), await RunToEndAsync(engine, "true"));

        var outcome = host.Invoke("Wait-Container $a, $b, $c -Timeout 500ms", ("a", first), ("b", second), ("c", ended));

        Assert.Equal(["Timeout", "Timeout"], outcome.ErrorIds);
        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), outcome.Errors.Select(error => (string)error.TargetObject).Order(StringComparer.Ordinal));
        Assert.All(outcome.Errors, error => Assert.Equal("OperationTimeout", error.CategoryInfo.Category.ToString()));
        Assert.Equal([ended], outcome.Texts());
        Assert.InRange(outcome.Duration.TotalSeconds, 0.4, 5);
    }

    [Theory, EveryEngine]
    public async Task Any_ends_with_the_first(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var forever = await RunAsync(engine);
        var soon = await RunAsync(engine, "sleep", "0.3");

        var outcome = host.Invoke("Wait-Container $a, $b -Any -Timeout 40", ("a", forever), ("b", soon));

        Assert.Equal(soon, outcome.One().Name);
        Assert.InRange(outcome.Duration.TotalSeconds, 0, 20);
    }

    [Theory, EveryEngine, PodmanDiffers("health checks")]
    public async Task Healthy_is_waited_for_and_what_can_never_be_so_is_said(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var well = await RunWithAsync(engine, ["--health-cmd", "test -f /ready", "--health-interval", "100ms", "--health-retries", "100"], "sh", "-c", "sleep 0.7; touch /ready; sleep 600");
        var ill = await RunWithAsync(engine, ["--health-cmd", "false", "--health-interval", "100ms", "--health-retries", "1"]);
        var plain = await RunAsync(engine);
        var ending = await RunWithAsync(engine, ["--health-cmd", "false", "--health-interval", "100ms"], "sh", "-c", "sleep 0.5; exit 4");

        var healthy = host.Invoke("Wait-Container $n -Condition Healthy -Timeout 40", ("n", well)).One();
        Assert.Equal(("Healthy", "Running"), ((string)healthy.Health.ToString(), (string)healthy.State.ToString()));
        host.Invoke("Wait-Container $n -Condition Healthy -Timeout 1", ("n", ill)).AssertError("Timeout");
        Assert.Contains("no health check", host.Invoke("Wait-Container $n -Condition Healthy -Timeout 40", ("n", plain)).AssertError("ConditionImpossible").Exception.Message, StringComparison.Ordinal);
        Assert.Contains("exit code 4", host.Invoke("Wait-Container $n -Condition Healthy -Timeout 40", ("n", ending)).AssertError("ConditionImpossible").Exception.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Line_of_the_log_is_waited_for_wherever_it_comes(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var before = await RunToEndAsync(engine, "echo", "server ready on 80");
        var later = await RunAsync(engine, "sh", "-c", "echo starting; sleep 0.6; echo server ready on 81 >&2; sleep 600");
        var never = await RunAsync(engine, "sh", "-c", "echo starting; sleep 0.3");

        var outcome = host.Invoke("Wait-Container $a, $b, $c -Pattern 'ready on \\d+$' -Timeout 40", ("a", before), ("b", later), ("c", never));

        var error = outcome.AssertError("ConditionImpossible");
        Assert.Equal(never, error.TargetObject);
        Assert.Contains("no line matches", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { before, later }.Order(StringComparer.Ordinal), outcome.Texts().Order(StringComparer.Ordinal));
        host.Invoke("Wait-Container $b -Pattern nothing-of-this -Timeout 0.3", ("b", later)).AssertError("Timeout");
        host.Invoke("Wait-Container $b -Pattern '('", ("b", later)).AssertError("InvalidArgument");
        host.Invoke("Wait-Container $b -Condition LogMatch", ("b", later)).AssertError("InvalidArgument");
    }

    [Theory, EveryEngine]
    public async Task Removal_start_and_the_next_end_are_waited_for(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await CreateAsync(engine, "sh", "-c", "sleep 0.5; exit 6");

        using (var waiting = host.BeginInvoke("Wait-Container $n -Condition Running -Timeout 40", ("n", name)))
        {
            await Task.Delay(200);
            await DockerAsync(engine, "start", name);
            Assert.Equal("Running", (string)waiting.End().One().State.ToString());
        }

        host.Invoke("$null = Wait-Container $n -Timeout 40", ("n", name)).AssertSucceeded();
        using (var waiting = host.BeginInvoke("Wait-Container $n -Condition NextExit -Timeout 40", ("n", name)))
        {
            await Task.Delay(300);
            Assert.False(waiting.HasEnded);
            await DockerAsync(engine, "restart", name);
            Assert.Equal(6, (int)waiting.End().One().ExitCode);
        }

        using (var waiting = host.BeginInvoke("Wait-Container $n -Condition Removed -Timeout 40", ("n", name)))
        {
            await Task.Delay(300);
            await DockerAsync(engine, "rm", "-f", name);
            Assert.Equal("Removed", (string)waiting.End().One().State.ToString());
        }

        Assert.Equal("nobody-here", host.Invoke("Wait-Container nobody-here").AssertError("ContainerNotFound").TargetObject);
    }

    [Theory, EveryEngine]
    public async Task Engine_that_goes_away_is_an_error_and_not_an_end(string version)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        await DockerAsync(engine, "run", "-d", "--name", "sleeper", "--health-cmd", "false", TestImage.Reference, "sleep", "600");

        var waits = new[] { "", "-Condition Healthy", "-Pattern x" }.Select(parameters => Session(engine).BeginInvoke("Wait-Container sleeper " + parameters)).ToList();
        await Task.Delay(1500);
        Assert.All(waits, waiting => Assert.False(waiting.HasEnded));
        await engine.KillAsync();

        Assert.All(waits, waiting => Assert.Equal("sleeper", waiting.End().AssertError("ConnectionLost").TargetObject));
        waits.ForEach(waiting => waiting.Dispose());
    }
}
