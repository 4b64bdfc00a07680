using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Loading;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

/// <summary>Engines behind a real ssh server. Which ssh is found is a matter of PATH, which belongs to the process.</summary>
[Collection(EnvironmentChange.Collection)]
public sealed class SshTests : ContainerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly EnvironmentChange _environment = new();

    public SshTests(SharedEngines engines)
        : base(engines)
    {
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _environment.Dispose();
    }

    [Theory, EveryEngine]
    public async Task Lists_logs_copies_and_removals_go_through_ssh(string version)
    {
        var (engine, _) = await PrepareAsync(version);
        await using var server = await StartAsync(engine.Host, engine.CliPath);
        var host = Session(new PowerShellHostOptions { Engine = server.Host });
        var source = Path.Combine(Cage.Folder, Names.Next());
        await MakeFileAsync(source, 50);

        Assert.Equal(
            ["200 line 200", "True", server.Host],
            host.Invoke(
                """
                $c = Start-Container -Image busybox:test -Name $n -StopSignal KILL -Command sh, -c, 'i=1; while [ $i -le 200 ]; do echo line $i; i=$((i+1)); done; sleep 600'
                $log = Get-ContainerLog $n -Follow | Select-Object -First 200
                "$($log.Count) $($log[-1].Message)"
                Copy-ContainerItem $source "${n}:/tmp/copy"
                Copy-ContainerItem "${n}:/tmp/copy" "$source.back"
                [Linq.Enumerable]::SequenceEqual([IO.File]::ReadAllBytes($source), [IO.File]::ReadAllBytes("$source.back"))
                (Get-Container $n).Engine
                """,
                ("n", Names.Next()), ("source", source)).Lines());
        File.Delete(source);
        File.Delete(source + ".back");

        // Fifty more, all removed through few logins.
        host.Invoke("1..49 | ForEach-Object { New-Container busybox:test -Name \"$n-$_\" } | Out-Null", ("n", Names.Next())).AssertSucceeded();
        var before = server.Logins;
        Assert.Equal(["50"], host.Invoke("$all = Get-Container -All $n*; $all.Count; $all | Remove-Container -Force", ("n", Names.Prefix)).Lines());
        await AssertNothingMadeAsync(engine);
        Assert.InRange(server.Logins - before, 0, 12);
    }

    [Fact]
    public async Task Standard_input_goes_through_ssh_and_its_end_too()
    {
        var (engine, _) = await PrepareAsync("20.10");
        await using var server = await StartAsync(engine.Host, engine.CliPath);
        var name = await RunAsync(engine);

        Assert.Equal(
            ["5000", "line 5000"],
            Session().Invoke("$back = 1..5000 | ForEach-Object { \"line $_\" } | Invoke-ContainerCommand $n cat -Engine $e; $back.Count; $back[-1]", ("n", name), ("e", server.Host)).Lines());
    }

    [Fact]
    public async Task Server_that_is_killed_ends_a_followed_log_with_an_error_and_leaves_no_process()
    {
        var (engine, _) = await PrepareAsync("20.10");
        await using var server = await StartAsync(engine.Host, engine.CliPath);
        var name = await RunAsync(engine, "sh", "-c", "echo begun; sleep 600");
        using var following = Session().BeginInvoke("Get-Container -Engine $e | Out-Null; Get-ContainerLog $n -Follow -Engine $e", ("n", name), ("e", server.Host));
        following.WaitForOutput();

        var watch = Stopwatch.StartNew();
        server.Kill();
        var outcome = following.End();

        outcome.AssertError("ConnectionLost");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await GoneAsync(server);
        Session().Invoke("Get-Container -Engine $e", ("e", server.Host)).AssertError("EngineUnreachable");
        await GoneAsync(server);
    }

    [Fact]
    public async Task Connection_that_died_while_nobody_used_it_is_made_anew()
    {
        var (engine, _) = await PrepareAsync("20.10");
        await using var server = await StartAsync(engine.Host, engine.CliPath);
        var host = Session();
        host.Invoke("Get-Container -Engine $e", ("e", server.Host)).AssertSucceeded();

        server.KillSessions();
        await GoneAsync(server);

        host.Invoke("Get-Container -Engine $e", ("e", server.Host)).AssertSucceeded();
        Assert.Equal(2, server.Logins);
    }

    [Fact]
    public async Task Stop_ends_the_process_too()
    {
        var (engine, _) = await PrepareAsync("20.10");
        await using var server = await StartAsync(engine.Host, engine.CliPath);
        var name = await RunAsync(engine, "sh", "-c", "echo begun; sleep 600");
        using var following = Session().BeginInvoke("Get-ContainerLog $n -Follow -Engine $e", ("n", name), ("e", server.Host));
        following.WaitForOutput();
        var during = server.Clients.Count;

        following.Stop();

        Assert.True(following.End().WasStopped);
        var end = Stopwatch.StartNew();
        while (server.Clients.Count >= during && end.Elapsed < Patience)
        {
            await Task.Delay(50);
        }

        Assert.True(server.Clients.Count < during, $"{server.Clients.Count} of {during} are left");
    }

    [Fact]
    public async Task Build_for_dotnet_framework_goes_through_ssh_too()
    {
        var (engine, _) = await PrepareAsync("20.10");
        await using var server = await StartAsync(engine.Host, engine.CliPath);

        Assert.Equal("Reached", (await FrameworkDriver.RunAsync(server.Host, "reach"))["reach"]);
        await GoneAsync(server);
    }

    [Fact]
    public async Task Far_side_without_docker_is_said()
    {
        var (engine, _) = await PrepareAsync("20.10");
        await using var server = await StartAsync(engine.Host, docker: null);

        foreach (var command in (string[])["Get-Container", "Get-ContainerLog x", "Connect-DockerEngine"])
        {
            var error = Session().Invoke(command == "Connect-DockerEngine" ? command + " $e" : command + " -Engine $e", ("e", server.Host)).AssertError("RemoteDockerNotFound");
            Assert.Contains(server.Host, error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("18.09", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_fails_on_the_way_has_an_id_of_its_own()
    {
        var (engine, _) = await PrepareAsync("20.10");
        await using var server = await StartAsync("unix:///nowhere/at.sock", engine.CliPath);
        var host = Session();

        Assert.Contains("nowhere", host.Invoke("Get-Container -Engine $e", ("e", server.Host)).AssertError("EngineUnreachable").Exception.Message, StringComparison.Ordinal);
        // The path of a socket at the far side goes before what the account there says.
        Assert.Equal(["True"], host.Invoke("Test-DockerEngine $e", ("e", server.Host + engine.SocketPath)).Lines());
        host.Invoke("Get-Container -Engine $e", ("e", $"ssh://root@127.0.0.1:{TestRegistry.FreePort()}")).AssertError("EngineUnreachable");

        await File.WriteAllTextAsync(server.KnownHosts, "");
        host.Invoke("Get-Container -Engine $e", ("e", server.Host + "/new.sock")).AssertError("SshHostKeyRefused");
        await File.WriteAllTextAsync(server.KnownHosts, (await File.ReadAllTextAsync(server.ClientKey + ".pub")).Insert(0, $"[127.0.0.1]:{server.Port} "));
        host.Invoke("Get-Container -Engine $e", ("e", server.Host + "/new.sock")).AssertError("SshHostKeyRefused");

        await using var other = await StartAsync(engine.Host, engine.CliPath);
        File.Delete(other.ClientKey);
        Assert.Contains("publickey", host.Invoke("Get-Container -Engine $e", ("e", other.Host)).AssertError("SshFailed").Exception.Message, StringComparison.Ordinal);

        var path = Environment.GetEnvironmentVariable("PATH");
        _environment.Set("PATH", "/nowhere");
        var missing = host.Invoke("Get-Container -Engine $e", ("e", other.Host));
        _environment.Set("PATH", path);
        missing.AssertError("SshNotFound");
    }

    private async Task<SshServer> StartAsync(string engine, string? docker)
    {
        Assert.SkipUnless(SshServer.Missing is null, SshServer.Missing ?? "");
        var server = await SshServer.StartAsync(engine, docker);
        _environment.Set("PATH", server.SearchPath);
        return server;
    }

    private static async Task GoneAsync(SshServer server)
    {
        for (var end = Stopwatch.StartNew(); server.Clients.Count > 0 && end.Elapsed < Patience;)
        {
            await Task.Delay(50);
        }

        Assert.Empty(server.Clients);
    }

    private static async Task MakeFileAsync(string path, int megabytes)
    {
        await using var file = File.Create(path);
        var piece = new byte[1024 * 1024];
        for (var i = 0; i < megabytes; i++)
        {
            Random.Shared.NextBytes(piece);
            await file.WriteAsync(piece);
        }
    }
}
