using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Loading;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

/// <summary>Terminals in containers, on a real pseudo terminal with keys, sizes and the settings it had before.</summary>
public sealed class EnterContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    private const string Prompt = "/ # ";
    private const string Up = "\x1b[A";
    private const string Leave = "\x10\x11";

    [Theory, EveryEngine]
    public async Task Shell_has_prompt_arrow_keys_and_size_and_its_exit_code_comes_back(string version)
    {
        var (engine, _) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        using var terminal = TerminalProcess.Run(engine, $"Enter-Container {name} -WhatIf; Enter-Container {name} -Env A=ünï; \"code $LASTEXITCODE\"; Enter-Container {name} -Workdir /tmp pwd; \"then $LASTEXITCODE\"");

        await terminal.WaitForAsync($"on target \"{name}");
        await terminal.WaitForAsync(Prompt);
        terminal.Send("echo $A-$((20 + 1))\r");
        await terminal.WaitForAsync("ünï-21\r\n" + Prompt);
        terminal.Send(Up + "\r");
        await terminal.WaitForAsync("ünï-21\r\n" + Prompt);
        await SizeAsync(terminal, 24, 80);
        terminal.Resize(33, 101);
        await SizeAsync(terminal, 33, 101);
        terminal.Send("echo $((70 + 7)); sleep 600\r");
        await terminal.WaitForAsync("77\r\n");

        // One that comes before the shell has started the program is lost between them.
        await UntilAsync(terminal, "\x03", Prompt);
        terminal.Send("exit 3\r");
        await terminal.WaitForAsync("code 3\r\n");
        await terminal.WaitForAsync("/tmp\r\n");
        await terminal.WaitForAsync("then 0\r\n");
        await AssertSaneAsync(terminal);
    }

    [Theory, EveryEngine]
    public async Task New_container_is_left_and_taken_again_and_killed(string version)
    {
        var (engine, _) = await PrepareAsync(version);
        var name = Names.Next();
        using var terminal = TerminalProcess.Run(engine, $"Enter-Container -Image busybox:test -Name {name} sh; \"code $LASTEXITCODE\"; Enter-Container {name} -Attach -DetachKeys ctrl-x,y; \"killed $LASTEXITCODE\"");

        await terminal.WaitForAsync(Prompt);
        terminal.Send("printf '\\033[?1049h\\033[?25l'; echo $((40 + 2))\r");
        await terminal.WaitForAsync("42\r\n" + Prompt);

        // As fingers press them: keys that come together Podman passes on.
        foreach (var key in Leave)
        {
            terminal.Send(key.ToString());
            await Task.Delay(200);
        }

        await terminal.WaitForAsync("\x1b[?25h\x1b[?1049l\x1b[0m");
        await terminal.WaitForAsync($"{name} was left");
        await terminal.WaitForAsync("code 0");
        Assert.Equal("running", (await InspectAsync(engine, name)).GetProperty("State").GetProperty("Status").GetString());

        await UntilAsync(terminal, "\r", Prompt);
        terminal.Send("echo $((60 + 3))\r");
        await terminal.WaitForAsync("63\r\n");
        await DockerAsync(engine, "kill", name);
        await terminal.WaitForAsync("killed 137\r\n");
        await AssertSaneAsync(terminal);
    }

    [Theory, EveryEngine]
    public async Task What_can_not_be_entered_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (plain, bare) = (await RunAsync(engine), Names.Next());
        await DockerAsync(engine, "run", "-d", "--stop-signal", "KILL", "--name", bare, "-e", "PATH=/nowhere", "busybox:test", "/bin/sleep", "600");

        var lines = await ShellProcess.RunAsync(engine.Host, $"Import-Module $Module; try {{ Enter-Container {plain} }} catch {{ $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.ErrorDetails.RecommendedAction }}");
        Assert.Equal(["ConsoleRequired,DockerPS.Cmdlets.Containers.EnterContainer", "InvalidOperation", "Invoke-ContainerCommand and Invoke-Container run commands without a console."], lines);
        host.Invoke("Enter-Container $n -DetachKeys ctrl-1", ("n", plain)).AssertError("CannotConvertArgumentNoMessage");

        using var terminal = TerminalProcess.Run(
            engine,
            $"$ErrorActionPreference = 'SilentlyContinue'; $Error.Clear(); Enter-Container {bare}; Enter-Container {plain} no-such-command; Enter-Container {plain} -Attach; Enter-Container missing-{bare}; Enter-Container -Name xy; "
            + "'ids=' + (($Error | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] }) -join ' ')");
        await terminal.WaitForAsync("ids=InvalidArgument ContainerNotFound StateConflict CommandNotStarted CommandNotStarted");
        await AssertSaneAsync(terminal);
    }

    // The engine hears of a size a moment after the window has it.
    private static async Task SizeAsync(TerminalProcess terminal, int rows, int columns)
    {
        terminal.Send($"until [ \"$(stty size)\" = '{rows} {columns}' ]; do sleep 0.1; done; echo size $(({rows} + 0))x$(({columns} + 0))\r");
        await terminal.WaitForAsync($"size {rows}x{columns}\r\n{Prompt}");
    }

    // A key that is sent before the container has the console is echoed here and lost there.
    private static async Task UntilAsync(TerminalProcess terminal, string keys, string answer)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var before = terminal.Text.Length;
            terminal.Send(keys);
            await Task.Delay(200);
            if (terminal.Text[before..].Contains(answer, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"'{answer}' never was the answer: {terminal.Text}");
    }

    private static async Task AssertSaneAsync(TerminalProcess terminal)
    {
        await terminal.WaitForAsync("after=");
        await terminal.WaitForAsync("\n");
        var (before, after) = (Regex.Match(terminal.Text, "before=(?<value>.*?)\r\n", RegexOptions.None, TimeSpan.FromSeconds(1)), Regex.Match(terminal.Text, "after=(?<value>.*?)\r\n", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.True(before.Success && before.Groups[1].Value == after.Groups[1].Value, terminal.Text);
    }
}
