using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class GetContainerLogTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Entries_have_time_output_message_and_container(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "echo eins; sleep 0.1; echo zwei ünï→漢字🐳 >&2; sleep 0.1; echo; sleep 0.1; printf '  spaces\\tand tab  '");

        var entries = host.Invoke("Get-Container $n | Get-ContainerLog", ("n", name)).AssertSucceeded().All();

        Assert.Equal(
            [("StdOut", "eins"), ("StdErr", "zwei ünï→漢字🐳"), ("StdOut", ""), ("StdOut", "  spaces\tand tab  ")],
            entries.Select(entry => ((string)entry.Stream.ToString(), (string)entry.Message)));
        Assert.All(entries, entry => Assert.Equal((name, engine.Host), ((string)entry.Container, (string)entry.Engine)));
        var told = (await DockerAsync(engine, "logs", "-t", name)).Split('\n')[^1].Split(' ')[0];
        Assert.Equal(DateTime.Parse(told, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), ((DateTime)entries[^1].Time).ToUniversalTime(), TimeSpan.FromMicroseconds(1));
        Assert.All(entries, entry => Assert.Equal(DateTimeKind.Local, ((DateTime)entry.Time).Kind));
        Assert.Equal("eins", entries[0].ToString());
        Assert.Equal(["eins", "zwei ünï→漢字🐳", "", "  spaces\tand tab  "], host.Invoke("Get-ContainerLog $n -Raw", ("n", name)).AssertSucceeded().Objects<string>());
    }

    [Theory, EveryEngine]
    public async Task Entries_print_as_plain_lines_and_act_as_text(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "echo first line; echo; echo '[31mno colour [0m but brackets'; echo last");

        Assert.Equal(["first line", "", "[31mno colour [0m but brackets", "last"], host.Render("Get-ContainerLog $n", ("n", name)));
        Assert.Equal(["first line", "last"], host.Invoke("(Get-ContainerLog $n | Select-String 'first|last').Line", ("n", name)).Lines());
        Assert.Equal(["first line", "end", "last"], host.Render("Get-ContainerLog $n -Tail 4 | Where-Object Message -match first; 'end'; Get-ContainerLog $n -Tail 1", ("n", name)));
    }

    [Theory, EveryEngine]
    public async Task Tail_since_until_and_stream_take_a_part(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "echo one; echo err >&2; sleep 1.2; echo two; sleep 1.2; echo three");

        Assert.Equal("one two three", Part("-Stream StdOut"));
        Assert.Equal("err", Part("-Stream StdErr"));
        Assert.Equal("two three", Part("-Tail 2"));
        Assert.Equal("", Part("-Tail 0"));
        Assert.Equal("three", Part("-Tail 1 -Raw"));
        // Podman tells whole seconds.
        host.Invoke("$two = (Get-ContainerLog $n | Where-Object Message -eq two).Time", ("n", name)).AssertSucceeded();
        Assert.Equal("two three", Part("-Since $two"));
        Assert.Equal("two", Part("-Since $two -Until $two.AddSeconds(1)"));
        Assert.Equal("three", Part("-Since $two.AddSeconds(1).ToUniversalTime().ToString('o')"));
        Assert.Equal("", Part("-Until 1h"));
        Assert.Equal("one two three", Part("-Since 1h -Stream StdOut"));
        Assert.Equal("one two three", Part("-Since ([timespan]::FromMinutes(5)) -Stream StdOut"));

        string Part(string parameters) => string.Join(' ', host.Invoke("Get-ContainerLog $n " + parameters, ("n", name)).Lines());
    }

    [Theory]
    [EveryEngine("")]
    [EveryEngine("-t", PodmanDiffers = "long lines in the log of a terminal")]
    public async Task Long_lines_come_whole(string version, string options)
    {
        var (engine, host) = await PrepareAsync(version);
        int[] lengths = [16383, 16384, 16385, 32768, 100_000, 1];
        var script = string.Join("; ", lengths.Select(length => $"head -c {length} /dev/zero | tr '\\0' x; echo"));
        var name = await RunWithAsync(engine, options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "sh", "-c", script + "; head -c 30000 /dev/zero | tr '\\0' é");
        await DockerAsync(engine, "wait", name);

        foreach (var parameters in (string[])["", "-Raw"])
        {
            var lines = host.Invoke($"Get-ContainerLog $n {parameters}", ("n", name)).Lines();
            Assert.Equal(lengths, lines.Take(lengths.Length).Select(line => line.Length));
            Assert.All(lines.Take(lengths.Length), line => Assert.Equal("", line.Trim('x')));
            Assert.Equal(lengths.Length + 1, lines.Count);
        }
    }

    [Theory, EveryEngine]
    public async Task Terminals_output_comes_as_lines_of_one_output(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunWithAsync(engine, ["-t"], "sh", "-c", "echo out; echo err >&2; printf 'no end'");
        await DockerAsync(engine, "wait", name);

        var entries = host.Invoke("Get-ContainerLog $n", ("n", name)).AssertSucceeded().All();

        Assert.Equal([("StdOut", "out"), ("StdOut", "err"), ("StdOut", "no end")], entries.Select(entry => ((string)entry.Stream.ToString(), (string)entry.Message)));
        Assert.InRange((DateTime)entries[0].Time, DateTime.Now.AddMinutes(-2), DateTime.Now);
        Assert.Equal(["out", "err", "no end"], host.Invoke("Get-ContainerLog $n -Raw -Follow", ("n", name)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Followed_log_goes_on_and_ends_with_the_container(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine, "sh", "-c", "echo old; while ! test -f /go; do sleep 0.05; done; echo new; while ! test -f /end; do sleep 0.05; done; echo last; sleep 0.5");

        // The pause at the end is for 20.10, which drops what is written right before the end from a log that is followed.
        using var following = host.BeginInvoke("Get-ContainerLog $n -Follow", ("n", name));
        following.WaitForOutput();
        Assert.Equal("old", following.Output.Single().BaseObject.ToString());
        await DockerAsync(engine, "exec", name, "touch", "/go");
        following.WaitForOutput(2);
        Assert.False(following.HasEnded);
        await DockerAsync(engine, "exec", name, "touch", "/end");

        Assert.Equal(["old", "new", "last"], following.End().Lines());
        Assert.Equal(["old", "new", "last"], host.Invoke("Get-ContainerLog $n -Follow -Raw", ("n", name)).Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("times of the log")]
    public async Task Several_logs_are_merged_by_time(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var first = await RunAsync(engine, "sh", "-c", "for i in 1 2 3 4; do echo a$i; sleep 0.2; done");
        var second = await RunAsync(engine, "sh", "-c", "sleep 0.1; for i in 1 2 3 4; do echo b$i >&2; sleep 0.2; done");

        var followed = host.Invoke("Get-ContainerLog $a, $b -Follow", ("a", first), ("b", second)).AssertSucceeded().All();
        var read = host.Invoke("Get-ContainerLog $b, missing, $a", ("a", first), ("b", second));

        Assert.Equal("missing", read.AssertError("ContainerNotFound").TargetObject);
        Assert.Equal(8, followed.Count);
        Assert.Equal(8, read.Output.Count);
        var entries = read.All();
        Assert.Equal(entries.Select(entry => (DateTime)entry.Time).Order(), entries.Select(entry => (DateTime)entry.Time));
        Assert.Equal(["a1", "a2", "a3", "a4"], entries.Where(entry => entry.Container == first).Select(entry => (string)entry.Message));
        Assert.Equal(["b1", "b2", "b3", "b4"], entries.Where(entry => entry.Container == second).Select(entry => (string)entry.Message));
        Assert.Equal(entries.Select(entry => (string)entry.Message), host.Invoke("Get-ContainerLog $a, $b -Raw", ("a", first), ("b", second)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Container_without_output_has_an_empty_log(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (created, ended) = (await CreateAsync(engine), await RunToEndAsync(engine, "true"));

        Assert.Empty(host.Invoke("Get-ContainerLog $c; Get-ContainerLog $e; Get-ContainerLog $e -Follow; Get-ContainerLog $c, $e -Raw", ("c", created), ("e", ended)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Two_hundred_thousand_lines_are_all_there_in_order(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "seq", "1", "200000");

        var lines = host.Invoke("Get-ContainerLog $n", ("n", name)).Lines();
        Assert.Equal(Enumerable.Range(1, 200_000).Select(number => number.ToString(CultureInfo.InvariantCulture)), lines);
        Assert.Equal(lines, host.Invoke("Get-ContainerLog $n -Raw", ("n", name)).Objects<string>());
    }

    [Theory]
    [EveryEngine("")]
    [EveryEngine("-Raw")]
    public async Task Followed_log_that_is_cut_while_the_container_runs_is_an_error(string version, string parameters)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var name = await RunAsync(engine, "sh", "-c", "while true; do echo line; sleep 0.02; done");
        proxy.Cut("/logs", afterBytes: 800);

        var outcome = host.Invoke($"Get-ContainerLog $n -Follow {parameters} -Engine $e", ("n", name), ("e", proxy.Host));

        Assert.Equal(name, outcome.AssertError("ConnectionLost").TargetObject);
        Assert.NotEmpty(outcome.Output);
        Assert.All(outcome.Texts(), text => Assert.Equal("line", text));
    }

    [Theory]
    [EveryEngine("sleeper")]
    [EveryEngine("sleeper, other")]
    public async Task Engine_that_is_killed_under_a_followed_log_is_an_error(string version, string names)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)));
        await engine.ImportTestImageAsync();
        foreach (var name in names.Split(", "))
        {
            await DockerAsync(engine, "run", "-d", "--name", name, TestImage.Reference, "sh", "-c", "echo here; sleep 600");
        }

        var host = Session(engine);
        using var following = host.BeginInvoke($"Get-ContainerLog {names} -Follow");
        following.WaitForOutput(names.Split(", ").Length);
        await engine.KillAsync();

        var outcome = following.End();
        Assert.All(outcome.ErrorIds, id => Assert.Equal("ConnectionLost", id));
        Assert.Equal(names.Split(", ").Order(StringComparer.Ordinal), outcome.Errors.Select(error => (string)error.TargetObject).Order(StringComparer.Ordinal));
        Assert.All(outcome.Errors, error => Assert.Contains("broke off", error.Exception.Message, StringComparison.Ordinal));
    }
}
