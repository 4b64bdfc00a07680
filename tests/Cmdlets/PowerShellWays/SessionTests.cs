using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Several sessions at once, jobs, and sessions that may do little.</summary>
public sealed class SessionTests(SharedEngines engines) : WaysTests(engines)
{
    [Fact]
    public async Task Two_sessions_with_different_engines_do_not_mix()
    {
        var (old, young) = await TwoEnginesAsync();
        var (oldNames, youngNames) = (await NamesOnAsync(old, 5), await NamesOnAsync(young, 7));
        const string Script = "1..20 | ForEach-Object { Get-Container -All -Label $label | Sort-Object Name }";

        using var first = Session(old).BeginInvoke(Script, ("label", Label));
        using var second = Session(young).BeginInvoke(Script, ("label", Label));
        var (one, other) = (first.End().AssertSucceeded(), second.End().AssertSucceeded());

        Assert.Equal(Enumerable.Repeat(oldNames, 20).SelectMany(names => names), one.Texts());
        Assert.Equal(Enumerable.Repeat(youngNames, 20).SelectMany(names => names), other.Texts());
        Assert.All(one.Output, container => Assert.Equal(old.Host, container.Properties["Engine"].Value));
        Assert.All(other.Output, container => Assert.Equal(young.Host, container.Properties["Engine"].Value));
    }

    [Fact]
    public async Task Stop_of_one_session_leaves_the_other_alone()
    {
        var engine = await NewestAsync();
        var (name, _) = await ContainerAsync(engine, "trap 'exit 0' TERM; i=0; while :; do echo $i; i=$((i+1)); sleep 0.1; done", start: true);
        using var first = Session(engine).BeginInvoke("Get-ContainerLog $name -Follow", ("name", name));
        using var second = Session(engine).BeginInvoke("Get-ContainerLog $name -Follow", ("name", name));
        first.WaitForOutput();
        second.WaitForOutput();

        first.Stop();
        var seen = second.Output.Count;
        second.WaitForOutput(seen + 5);

        Assert.True(first.End().WasStopped);
        second.Stop();
    }

    [Theory, EveryEngine]
    public async Task For_each_object_parallel(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 8);

        var outcome = Session().Invoke(
            """
            $names | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:module
                Stop-Container $_ -Engine $using:engine -PassThru
            } | Sort-Object Name
            """,
            ("names", made.Select(one => one.Name).ToArray()), ("module", Repository.Module), ("engine", engine.Host)).AssertSucceeded();

        Assert.Equal(made.Select(one => one.Name), outcome.Texts());
    }

    [Theory, EveryEngine]
    public async Task Background_pipeline(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 3);
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", Repository.Module).AddStatement()
            .AddCommand("Get-Container").AddParameter("Engine", engine.Host).AddParameter("All").AddParameter("Label", Label)
            .AddCommand("Remove-Container");

        await shell.InvokeAsync();

        Assert.Empty(shell.Streams.Error);
        Assert.Equal(3, made.Length);
        Assert.Empty(await LeftAsync(engine));
    }

    [Fact]
    public async Task Job_in_a_process_of_its_own()
    {
        var shell = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "pwsh")).FirstOrDefault(File.Exists);
        if (shell is null)
        {
            Assert.Skip("No pwsh is installed: the background pipeline stands for it.");
        }

        var engine = await NewestAsync();
        var made = await ContainersAsync(engine, 2);
        var script = $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module '{{Repository.Module}}'
            $job = Start-Job { Import-Module '{{Repository.Module}}'; Get-Container -Engine '{{engine.Host}}' -All -Label '{{Label}}' }
            $came = @($job | Wait-Job | Receive-Job)
            $came[0].PSObject.TypeNames[0]; $came[0].State; $came.Count
            $came | Sort-Object Name | Select-Object -First 1 | Remove-Container
            try { Get-Job | Remove-Container -Engine '{{engine.Host}}' } catch { $_.FullyQualifiedErrorId }
            """;

        var run = await Tool.RunAsync(shell, ["-NoProfile", "-NonInteractive", "-Command", script]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["Deserialized.DockerPS.Container", "Created", "2", "InputObjectNotBound,DockerPS.Cmdlets.Containers.RemoveContainer"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal([made[1].Name], await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task Constrained_language_imports_lists_and_shows(string version)
    {
        var engine = await EngineAsync(version);
        var (name, id) = await ContainerAsync(engine, start: true, more: ""","ExposedPorts":{"80/tcp":{}},"HostConfig":{"PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"0"}]}}""");
        var host = Session(new PowerShellHostOptions { Module = null, LanguageMode = PSLanguageMode.ConstrainedLanguage });

        host.Invoke("Import-Module $module", ("module", Repository.Module)).AssertSucceeded();
        AssertTable(host.Render("Get-Container -Engine $engine $name", ("engine", engine.Host), ("name", name)), name, id);
        Assert.Equal(["Exited"], host.Invoke("(Get-Container -Engine $engine $name | Stop-Container -PassThru).State").AssertSucceeded().Texts());
        host.Invoke("Get-Container -Engine $engine -All -Label $label | Where-Object State -eq Exited | Remove-Container", ("label", Label)).AssertSucceeded();
        Assert.Empty(await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task No_language_session_imports_lists_and_shows(string version)
    {
        var engine = await EngineAsync(version);
        var (name, id) = await ContainerAsync(engine, start: true, more: ""","ExposedPorts":{"80/tcp":{}},"HostConfig":{"PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"0"}]}}""");
        var host = Session(new PowerShellHostOptions { Module = null, LanguageMode = PSLanguageMode.NoLanguage });

        Run(host, shell => shell.AddCommand("Import-Module").AddParameter("Name", Repository.Module));
        var table = Run(host, shell => shell
            .AddCommand("Get-Container").AddParameter("Engine", engine.Host).AddParameter("Container", name)
            .AddCommand("Out-String").AddParameter("Width", 120));
        AssertTable(string.Concat(table).Split(Environment.NewLine), name, id);
        Run(host, shell => shell
            .AddCommand("Get-Container").AddParameter("Engine", engine.Host).AddParameter("All").AddParameter("Label", Label)
            .AddCommand("Stop-Container").AddParameter("PassThru")
            .AddCommand("Remove-Container"));
        Assert.Empty(await LeftAsync(engine));
    }

    private static void AssertTable(System.Collections.Generic.IReadOnlyList<string> lines, string name, string id)
    {
        var row = Assert.Single(lines, line => line.Contains(id[..12], StringComparison.Ordinal));
        Assert.StartsWith(name[..10], row, StringComparison.Ordinal);
        Assert.Contains("busybox:test", row, StringComparison.Ordinal);
        Assert.Contains("Up ", row, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:", row, StringComparison.Ordinal);
        Assert.Matches("seconds? ago|minutes? ago|just now", row);
    }

    private static string[] Run(PowerShellHost host, Action<PowerShell> build)
    {
        using var shell = PowerShell.Create(host.Runspace);
        build(shell);
        var output = shell.Invoke();
        Assert.Empty(shell.Streams.Error);
        return [.. output.Select(TextOf)];
    }

    private async Task<string[]> NamesOnAsync(TestEngine engine, int count)
    {
        await ContainersAsync(engine, count);
        return await LeftAsync(engine);
    }
}
