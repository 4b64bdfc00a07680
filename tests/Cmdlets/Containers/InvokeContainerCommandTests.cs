using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed partial class InvokeContainerCommandTests(SharedEngines engines) : ContainerTests(engines)
{
    private const string Show = "for word; do printf '[%s]' \"$word\"; done; echo";

    [Theory, EveryEngine]
    public async Task Words_arrive_byte_for_byte(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        string[] words = ["two words", "\"quoted\"", "it's", "", "ünï→çødé 漢字 🐳", "$HOME `tick` \\back", "a,b", "-l", "*", "line\nbreak", "tab\t"];

        var all = string.Concat(words.Select(word => $"[{word}]")).Split('\n');
        Assert.Equal(all, host.Invoke("Invoke-ContainerCommand $n -Command (@('sh', '-c', $show, 'sh') + $w)", ("n", name), ("show", Show), ("w", words)).Lines());
        Assert.Equal(
            ["[two words][][1.10][0123][a,b][-l][ünï]"],
            host.Invoke("Invoke-ContainerCommand $n sh '-c' $show sh 'two words' '' 1.10 0123 a,b -- -l ünï", ("n", name), ("show", Show)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Output_goes_to_the_pipeline_and_errors_to_the_information_stream(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var outcome = host.Invoke("Invoke-ContainerCommand $n sh '-c' 'echo out; echo err >&2; printf last'; $LASTEXITCODE", ("n", name)).AssertSucceeded();

        Assert.Equal(["out", "last", "0"], outcome.Texts());
        Assert.All(outcome.Objects<object>().Take(2), line => Assert.IsType<string>(line));
        var record = Assert.Single(outcome.Information);
        Assert.Equal(("err", "PSHOST StdErr"), (record.MessageData.ToString(), string.Join(' ', record.Tags.Order(StringComparer.Ordinal))));
        Assert.Equal(["err"], outcome.HostLines);
    }

    [Theory, EveryEngine]
    public async Task Lines_come_while_the_command_runs(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        using var running = host.BeginInvoke("Invoke-ContainerCommand $n sh '-c' 'echo first; sleep 600'", ("n", name));
        running.WaitForOutput();

        Assert.False(running.HasEnded);
        Assert.Equal("first", running.Output[0].BaseObject);
        running.Stop();
    }

    [Theory, EveryEngine]
    public async Task Exit_code_is_set_and_then_an_error_with_the_last_lines(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var outcome = host.Invoke("Invoke-ContainerCommand $n sh '-c' 'seq 30 >&2; exit 3'; $LASTEXITCODE", ("n", name));

        Assert.Equal(["3"], outcome.Texts());
        var error = outcome.AssertError("CommandFailed");
        Assert.Equal((name, 3, "InvalidResult"), ((string)error.TargetObject, (int)((dynamic)error.Exception).ExitCode, error.CategoryInfo.Category.ToString()));
        var lines = error.Exception.Message.Split(Environment.NewLine);
        Assert.Contains("exit code 3", lines[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(11, 20).Select(number => $"{number}"), lines[1..]);

        var stopped = host.Invoke("$global:LASTEXITCODE = 0; try { Invoke-ContainerCommand $n sh '-c' 'exit 4' -ErrorAction Stop } catch { $_.Exception.ExitCode; $LASTEXITCODE }; Invoke-ContainerCommand $n true; $LASTEXITCODE", ("n", name));
        Assert.Equal(["4", "4", "0"], stopped.Lines());
    }

    [Theory, EveryEngine]
    public async Task Result_is_one_object_and_no_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var result = host.Invoke("Invoke-ContainerCommand $n -AsResult sh '-c' 'echo a; echo b; echo c >&2; sleep 0.2; exit 7'", ("n", name)).One();

        Assert.Equal((7, "a b", "c"), ((int)result.ExitCode, string.Join(' ', (string[])result.Output), string.Join(' ', (string[])result.Error)));
        Assert.Equal((name, engine.Host), ((string)result.Container, (string)result.Engine));
        Assert.InRange((TimeSpan)result.Duration, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(10));
    }

    [Theory, EveryEngine]
    public async Task User_folder_and_environment_are_the_commands(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        Assert.Equal(
            ["12:34 /tmp x y=z"],
            host.Invoke("Invoke-ContainerCommand $n -User 12:34 -Workdir /tmp -Env @{ A = 'x' }, 'B=y=z' sh '-c' 'echo $(id -u):$(id -g) $(pwd) $A $B'", ("n", name)).Lines());
        Assert.Equal(
            [engine.Version.ToString() == "20.10" ? "" : "full"],
            host.Invoke("Invoke-ContainerCommand $n -Privileged:$p sh '-c' 'grep -q \"CapEff:.*ffff\" /proc/self/status && echo full || echo'", ("n", name), ("p", engine.Version.ToString() != "20.10")).Lines());
        Assert.Equal(["terminal"], host.Invoke("Invoke-ContainerCommand $n -Tty sh '-c' 'test -t 1 && echo terminal'", ("n", name)).Lines());
        Assert.Empty(host.Invoke("Invoke-ContainerCommand $n -Detach touch /tmp/detached", ("n", name)).Lines());
        Assert.Equal(["/tmp/detached"], host.Invoke("Invoke-ContainerCommand $n sh '-c' 'until ls /tmp/detached; do sleep 0.05; done' 2>$null", ("n", name)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Several_containers_run_it_side_by_side_and_keep_their_order(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (first, second) = (await RunAsync(engine), await RunAsync(engine));
        var names = new[] { first, second };

        var outcome = host.Invoke("Get-Container $names | Sort-Object { [array]::IndexOf($names, $_.Name) } | Invoke-ContainerCommand -Command sh, -c, 'hostname; sleep 1; hostname' -AsResult", ("names", names)).AssertSucceeded();

        Assert.Equal(names, outcome.All().Select(result => (string)result.Container));
        Assert.All(outcome.All(), result => Assert.Equal(2, ((string[])result.Output).Length));
        Assert.True(outcome.Duration < TimeSpan.FromSeconds(10));
        Assert.Equal(["a", "b", "a", "b"], host.Invoke("Invoke-ContainerCommand $names sh '-c' 'echo a; sleep 0.3; echo b'", ("names", names)).Lines());
        var failed = host.Invoke("Invoke-ContainerCommand $names -Command sh, -c, 'mkdir /tmp/once && exit 3'; $LASTEXITCODE", ("names", names));
        Assert.Equal(["CommandFailed", "CommandFailed"], failed.ErrorIds);
        Assert.Equal(["3"], failed.Texts());
    }

    [Theory, EveryEngine]
    public async Task Piped_container_beside_a_positional_one_is_an_error_that_says_so(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var error = host.Invoke("Get-Container $n | Invoke-ContainerCommand ls /", ("n", name)).AssertError("InvalidArgument");

        Assert.Contains("-Command ls", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("There is no command", host.Invoke("Invoke-ContainerCommand $n", ("n", name)).AssertError("InvalidArgument").Exception.Message, StringComparison.Ordinal);
        host.Invoke("'x' | Invoke-ContainerCommand $n, $n cat", ("n", name)).AssertError("InvalidArgument");
        host.Invoke("'x' | Invoke-ContainerCommand $n -Tty cat", ("n", name)).AssertError("InvalidArgument");
        Assert.Empty(host.Invoke("Invoke-ContainerCommand $n touch /tmp/no -WhatIf; Invoke-ContainerCommand $n ls /tmp", ("n", name)).Lines());
    }

    [Theory]
    [EveryEngine("no-such-command", "")]
    [EveryEngine("/etc/passwd", "")]
    [EveryEngine("true", "-User nobody-of-that-name")]
    [EveryEngine("true", "-Workdir /etc/passwd")]
    public async Task Command_that_can_not_be_started_is_an_error(string version, string command, string parameters)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var outcome = host.Invoke($"Invoke-ContainerCommand $n {command} {parameters}; Invoke-ContainerCommand $n {command} {parameters} -AsResult", ("n", name));

        Assert.Equal(["CommandNotStarted", "CommandNotStarted"], outcome.ErrorIds);
        Assert.Equal(name, outcome.Errors[0].TargetObject);
        Assert.Empty(outcome.Output);
    }

    [Theory, EveryEngine]
    public async Task Container_that_does_not_run_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var ended = await RunToEndAsync(engine, "true");

        var outcome = host.Invoke("Invoke-ContainerCommand $n true; 'x' | Invoke-ContainerCommand $n cat; Invoke-ContainerCommand missing true", ("n", ended));

        Assert.Equal(["StateConflict", "StateConflict", "ContainerNotFound"], outcome.ErrorIds);
        Assert.Equal(ended, outcome.Errors[0].TargetObject);
    }

    [Theory, EveryEngine]
    public async Task Exit_code_126_and_a_line_of_its_own_is_the_commands_word(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var outcome = host.Invoke("Invoke-ContainerCommand $n sh '-c' \"printf 'unable to find user, says it\\r\\n'; exit 1\"", ("n", name));

        outcome.AssertError("CommandFailed");
        Assert.Equal(["unable to find user, says it"], outcome.Texts());
    }
}
