using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class InvokeContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory]
    [EveryEngine("")]
    [EveryEngine("-Rm")]
    public async Task Output_errors_and_exit_code_are_the_containers(string version, string parameters)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();

        var outcome = host.Invoke($"Invoke-Container busybox:test -Name $n {parameters} sh '-c' 'echo out; echo err >&2; printf last; exit 3'; $LASTEXITCODE", ("n", name));

        Assert.Equal(["out", "last", "3"], outcome.Texts());
        Assert.Equal(["err"], outcome.HostLines);
        var error = outcome.AssertError("CommandFailed");
        Assert.Equal((name, 3), ((string)error.TargetObject, (int)((dynamic)error.Exception).ExitCode));
        Assert.Equal($"The container {name} ended with exit code 3:{Environment.NewLine}err", error.Exception.Message);
        if (parameters == "-Rm")
        {
            await AssertNothingMadeAsync(engine);
        }
        else
        {
            Assert.Equal("exited", (await InspectAsync(engine, name)).GetProperty("State").GetProperty("Status").GetString());
        }

        Assert.Equal(["fine", "0"], host.Invoke($"Invoke-Container busybox:test -Name $n {parameters} echo fine; $LASTEXITCODE", ("n", Names.Next())).Lines());
    }

    [Theory, EveryEngine]
    public async Task Nothing_of_a_short_output_is_lost(string version)
    {
        var (engine, host) = await PrepareAsync(version);

        for (var round = 0; round < 5; round++)
        {
            Assert.Equal(["quick"], host.Invoke("Invoke-Container busybox:test -Name $n -Rm echo quick", ("n", Names.Next())).Lines());
        }

        Assert.Equal(100_000, host.Invoke("Invoke-Container busybox:test -Name $n -Rm seq 100000", ("n", Names.Next())).Lines().Count);
        await AssertNothingMadeAsync(engine);
    }

    [Theory, EveryEngine]
    public async Task Result_is_one_object_and_no_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();

        var result = host.Invoke("Invoke-Container busybox:test -Name $n -Rm -AsResult -Env A=1 -Workdir /tmp sh '-c' 'pwd; echo $A; echo c >&2; exit 7'", ("n", name)).One();

        Assert.Equal((7, "/tmp 1", "c"), ((int)result.ExitCode, string.Join(' ', (string[])result.Output), string.Join(' ', (string[])result.Error)));
        Assert.Equal((name, engine.Host), ((string)result.Container, (string)result.Engine));
    }

    [Theory, EveryEngine]
    public async Task What_is_piped_is_read_and_its_end_is_seen(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();

        Assert.Equal(["one", "zwei ü", "end"], host.Invoke("'one', 'zwei ü' | Invoke-Container busybox:test -Name $n sh '-c' 'cat; echo end'", ("n", name)).Lines());
        var config = (await InspectAsync(engine, name)).GetProperty("Config");
        // Podman takes the end of the input for the end, and does not say so.
        Assert.True(config.GetProperty("OpenStdin").GetBoolean() && (version == "podman" || config.GetProperty("StdinOnce").GetBoolean()));
        Assert.Equal(["0"], host.Invoke("@() | Invoke-Container busybox:test -Name $n -Rm wc '-c'", ("n", Names.Next())).Lines());
        var chunks = Enumerable.Range(0, 16).Select(_ => new byte[1024 * 1024]).ToArray();
        Assert.Equal(
            ["16777216"],
            host.Invoke("$chunks | Invoke-Container busybox:test -Name $n -Rm -AsByteStream cat | Invoke-Container busybox:test -Name $m -Rm wc '-c'", ("n", Names.Next()), ("m", Names.Next()), ("chunks", chunks)).Lines());
        host.Invoke("'x' | Invoke-Container busybox:test -Tty cat").AssertError("InvalidArgument");
    }

    [Theory, EveryEngine]
    public async Task Terminal_gives_one_output(string version)
    {
        var (_, host) = await PrepareAsync(version);

        Assert.Equal(["a", "b"], host.Invoke("Invoke-Container busybox:test -Name $n -Rm -Tty sh '-c' 'echo a; echo b >&2'", ("n", Names.Next())).Lines());
    }

    [Theory, EveryEngine]
    public async Task Several_names_run_side_by_side_in_order(string version)
    {
        var (_, host) = await PrepareAsync(version);
        string[] names = [Names.Next(), Names.Next()];

        Assert.Equal(names, host.Invoke("Invoke-Container busybox:test -Name $names -Rm -AsResult true", ("names", names)).AssertSucceeded().All().Select(result => (string)result.Container));
    }

    [Theory, EveryEngine]
    public async Task Failures_leave_nothing(string version)
    {
        var (engine, host) = await PrepareAsync(version);

        var missing = host.Invoke("Invoke-Container busybox:test -Name $n no-such-command", ("n", Names.Next())).AssertError("CommandNotStarted");
        Assert.Contains("removed again", missing.Exception.Message, StringComparison.Ordinal);
        host.Invoke("Invoke-Container nowhere.invalid/thing:1 -Name $n -Pull Never true", ("n", Names.Next())).AssertError("ImageNotFound");
        host.Invoke("Invoke-Container busybox:test -Name $n true -WhatIf; 'x' | Invoke-Container busybox:test -Name $n cat -WhatIf", ("n", Names.Next())).AssertSucceeded();
        await AssertNothingMadeAsync(engine);
    }

    [Theory]
    [EveryEngine("Invoke-Container busybox:test -Name $n -Rm sh '-c' 'echo go; sleep 600'")]
    [EveryEngine("& { 'go'; Start-Sleep 600 } | Invoke-Container busybox:test -Name $n -Rm cat")]
    public async Task Stop_kills_and_removes_the_container(string version, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        host.Invoke("Invoke-Container busybox:test -Name $n -Rm true -Engine $e", ("n", Names.Next()), ("e", proxy.Host)).AssertSucceeded();
        using var running = host.BeginInvoke("$PSDefaultParameterValues['*-*:Engine'] = $e; " + command, ("n", Names.Next()), ("e", proxy.Host));
        running.WaitForOutput(command.StartsWith('&') ? 0 : 1);
        running.WaitUntil(() => proxy.Requests.Count(request => request.Contains("/start", StringComparison.Ordinal)) > 1);
        await Task.Delay(500);

        Assert.True(running.Stop() < TimeSpan.FromSeconds(3));

        Assert.True(running.End().WasStopped);
        await UntilGoneAsync(engine);
    }

    [Theory, EveryEngine]
    public async Task First_object_kills_the_container_and_without_Rm_leaves_it_ended(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();

        Assert.Equal(["go"], host.Invoke("Invoke-Container busybox:test -Name $n sh '-c' 'while true; do echo go; sleep 0.1; done' | Select-Object -First 1", ("n", name)).Lines());

        var state = (await InspectAsync(engine, name)).GetProperty("State");
        Assert.Equal(("exited", 137), (state.GetProperty("Status").GetString(), state.GetProperty("ExitCode").GetInt32()));
    }

    [Theory, EveryEngine]
    public async Task Output_that_is_cut_while_the_container_runs_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var name = Names.Next();
        proxy.Cut("/attach", afterBytes: 800);

        var outcome = host.Invoke("Invoke-Container busybox:test -Name $n -Engine $e sh '-c' 'while true; do echo line; sleep 0.02; done'", ("n", name), ("e", proxy.Host));

        Assert.Equal(name, outcome.AssertError("ConnectionLost").TargetObject);
        Assert.Equal("running", (await InspectAsync(engine, name)).GetProperty("State").GetProperty("Status").GetString());
    }

    private async Task UntilGoneAsync(TestEngine engine)
    {
        for (var tries = 0; (await EngineSweep.FindAsync(engine, Names.Prefix)).Count > 0; tries++)
        {
            Assert.True(tries < 100, "The container is left.");
            await Task.Delay(50);
        }
    }
}
