using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class InvokeContainerCommandTests(SharedEngines engines) : ContainerTests(engines)
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

    [Theory, EveryEngine]
    public async Task What_is_piped_is_read_as_lines_or_bytes_and_its_end_is_seen(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        Assert.Equal(["erste Zeile", "çødé 漢字", "", "3"], host.Invoke("'erste Zeile', 'çødé 漢字', '', 3 | Invoke-ContainerCommand $n cat", ("n", name)).Lines());
        Assert.Equal(["6"], host.Invoke("[byte[]](1, 2, 3), [byte[]](10, 13, 0) | Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["3"], host.Invoke("[byte[]](1, 2, 3) | Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["0"], host.Invoke("@() | Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["0"], host.Invoke("Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["2"], host.Invoke("Invoke-ContainerCommand $n -InputObject x wc '-c'", ("n", name)).Lines());
        // The end of the input leaves the output open; and a strict throttle does not wait for the end of what is still to be fed.
        Assert.Equal(["a", "end", "later"], host.Invoke("'a' | Invoke-ContainerCommand $n -ThrottleLimit 1 sh '-c' 'cat; echo end; sleep 0.5; echo later'", ("n", name)).Lines());
        // A process need not read what it is given.
        Assert.Equal(["1"], host.Invoke("1..200000 | Invoke-ContainerCommand $n head '-n' 1", ("n", name)).Lines());
        Assert.Equal(["5"], host.Invoke("$null = 1..1000 | Invoke-ContainerCommand $n sh '-c' 'exit 5' -ErrorAction Ignore; $LASTEXITCODE", ("n", name)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Output_comes_while_input_is_given(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var outcome = host.Invoke(
            "$seen = [Collections.Generic.List[object]]::new(); & { 'one'; for ($i = 0; $i -lt 400 -and $seen.Count -lt 1; $i++) { Start-Sleep -Milliseconds 25; '' }; \"seen $($seen.Count -gt 0)\" } | Invoke-ContainerCommand $n cat | ForEach-Object { $seen.Add($_); $_ } | Select-Object -Last 1",
            ("n", name));

        Assert.Equal(["seen True"], outcome.Lines());
    }

    [Theory, EveryEngine]
    public async Task Sixty_four_mebibytes_go_in_and_come_out_whole(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        var block = new byte[1024 * 1024];
        new Random(7).NextBytes(block);
        var chunks = Enumerable.Range(0, 64).Select(_ => block).ToArray();
        using var expected = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in chunks)
        {
            expected.AppendData(chunk);
        }

        using var actual = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var taken = 0L;
        void Take(byte[] part)
        {
            actual.AppendData(part);
            taken += part.Length;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
        }

        host.Invoke("$chunks | Invoke-ContainerCommand $n -AsByteStream cat | ForEach-Object { $take.Invoke($_) }; $LASTEXITCODE", ("n", name), ("chunks", chunks), ("take", (Action<byte[]>)Take)).AssertSucceeded();

        Assert.Equal(64L * 1024 * 1024, taken);
        Assert.Equal(expected.GetHashAndReset(), actual.GetHashAndReset());
        Assert.True(most - before < 200L * 1024 * 1024, $"{(most - before) >> 20} MiB");
        var sum = Convert.ToHexStringLower(SHA256.HashData([.. chunks.SelectMany(chunk => chunk)]));
        var result = host.Invoke("$chunks | Invoke-ContainerCommand $n -AsResult sha256sum", ("n", name), ("chunks", chunks)).One();
        Assert.StartsWith(sum, ((string[])result.Output).Single(), StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Many_lines_are_all_there_in_order(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var lines = host.Invoke("Invoke-ContainerCommand $n seq 200000", ("n", name)).Lines();

        Assert.Equal(Enumerable.Range(1, 200_000).Select(number => $"{number}"), lines);
    }

    [Theory]
    [EveryEngine("Invoke-ContainerCommand $n sh '-c' 'echo go; sleep 600'")]
    [EveryEngine("& { 'go'; Start-Sleep 600 } | Invoke-ContainerCommand $n cat")]
    [EveryEngine("& { while ($true) { 'go' } } | Invoke-ContainerCommand $n cat")]
    public async Task Stop_ends_it_and_its_connection(string version, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        await using var proxy = FaultyProxy.Start(engine);
        host.Invoke("Invoke-ContainerCommand $n true -Engine $e", ("n", name), ("e", proxy.Host)).AssertSucceeded();
        // All passes: but so the proxy takes a client that sends no more for one that has gone.
        proxy.Stall("/exec/.*/start", afterBytes: long.MaxValue);
        var took = new List<TimeSpan>();
        do
        {
            using var running = host.BeginInvoke("$PSDefaultParameterValues['*-*:Engine'] = $e; " + command, ("n", name), ("e", proxy.Host));
            running.WaitUntil(() => proxy.Requests.Count(request => request.Contains("/start", StringComparison.Ordinal)) > took.Count + 1);
            await Task.Delay(200);

            took.Add(running.Stop());

            Assert.True(running.End().WasStopped);
        }
        while (took[^1] > TimeSpan.FromMilliseconds(500) && took.Count < 5);

        Assert.True(took[^1] <= TimeSpan.FromMilliseconds(500), $"The stop took {string.Join(", ", took)}");
        await UntilNoStreamAsync(proxy);
    }

    [Theory]
    [EveryEngine("Invoke-ContainerCommand $n sh '-c' 'while true; do echo go; done'")]
    [EveryEngine("& { while ($true) { 'go' } } | Invoke-ContainerCommand $n cat")]
    public async Task First_object_ends_it_and_its_connection(string version, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        await using var proxy = FaultyProxy.Start(engine);

        var outcome = host.Invoke($"$PSDefaultParameterValues['*-*:Engine'] = $e; {command} | Select-Object -First 1", ("n", name), ("e", proxy.Host));

        Assert.Equal(["go"], outcome.Lines());
        await UntilNoStreamAsync(proxy);
    }

    [Theory]
    [EveryEngine("Invoke-ContainerCommand $n sh '-c' 'while true; do echo line; sleep 0.02; done' -Engine $e")]
    [EveryEngine("'x' | Invoke-ContainerCommand $n sh '-c' 'cat; while true; do echo line; sleep 0.02; done' -Engine $e")]
    public async Task Output_that_is_cut_while_the_command_runs_is_an_error(string version, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var name = await RunAsync(engine);
        proxy.Cut("/exec/.*/start", afterBytes: 800);

        var outcome = host.Invoke(command, ("n", name), ("e", proxy.Host));

        Assert.Equal(name, outcome.AssertError("ConnectionLost").TargetObject);
        Assert.NotEmpty(outcome.Output);
    }

    // What stays is kept for the next plain requests.
    private static async Task UntilNoStreamAsync(FaultyProxy proxy)
    {
        for (var tries = 0; proxy.OpenConnections > 1; tries++)
        {
            Assert.True(tries < 200, $"{proxy.OpenConnections} connections are open");
            await Task.Delay(10);
        }
    }
}
