using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

public sealed class EngineFailureTests(SharedEngines engines) : ContainerTests(engines)
{
    // One of each way to ask: list, one by name, typed client, stream of its own.
    private static readonly string[] Ways =
    [
        "Get-Container -All", "Get-ContainerDetail x", "Remove-Container x", "New-Container busybox:test", "Get-ContainerLog x", "Wait-Container x", "Install-ContainerImage x:1",
        "Get-ContainerImage",
    ];

    [Fact]
    public void No_engine_at_the_address_is_said_by_every_cmdlet()
    {
        var stale = Path.Combine(Cage.Folder, Names.Next() + ".sock");
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(stale));
        }

        var host = Session();
        foreach (var address in (string[])["unix:///nowhere/at.sock", "unix://" + stale, $"tcp://127.0.0.1:{TestRegistry.FreePort()}"])
        {
            foreach (var way in Ways)
            {
                var error = host.Invoke($"{way} -Engine $e", ("e", address)).AssertError("EngineUnreachable");
                Assert.Equal("ConnectionError", error.CategoryInfo.Category.ToString());
                Assert.Contains(address, error.Exception.Message, StringComparison.Ordinal);
                Assert.Contains("$env:DOCKER_HOST", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            }
        }

        File.Delete(stale);
    }

    [Fact]
    public async Task Engine_that_is_too_old_is_refused_by_every_cmdlet()
    {
        await using var server = ScriptedServer.Start().AnswerPing("1.12");
        var host = Session();

        foreach (var way in Ways)
        {
            var error = host.Invoke($"{way} -Engine $e", ("e", server.Host)).AssertError("EngineTooOld");
            Assert.Contains("up to version 1.12", error.Exception.Message, StringComparison.Ordinal);
            Assert.Equal("Update the engine.", error.ErrorDetails.RecommendedAction);
        }

        Assert.All(server.Requests, request => Assert.EndsWith("/_ping", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Engine_that_was_updated_within_a_session_is_greeted_anew()
    {
        await using var server = ScriptedServer.Start().AnswerPing("1.41").AnswerJson("/v1.41/containers/json", 200, "[]");
        var host = Session();
        Assert.Empty(host.Invoke("Get-Container -Engine $e", ("e", server.Host)).Lines());

        server.AnswerPing("1.52")
            .AnswerJson("/v1.41/", 400, """{"message":"client version 1.41 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version"}""")
            .AnswerJson("/v1.52/containers/json", 200, "[]")
            .AnswerJson("^POST /v1.52/containers/create", 409, """{"message":"Conflict. The container name \"/x1\" is already in use by container \"1\""}""");
        Assert.Empty(host.Invoke("Get-Container -Engine $e", ("e", server.Host)).Lines());
        Assert.Equal("x1", host.Invoke("New-Container busybox:test -Name x1 -Engine $e", ("e", server.Host)).AssertError("NameConflict").TargetObject);
    }

    [Theory]
    [InlineData("[{\"Id\":")]
    [InlineData("[{\"Id\": 5}]")]
    [InlineData("null")]
    [InlineData("<html>proxy</html>")]
    public async Task Answer_that_cannot_be_understood_is_no_list(string body)
    {
        await using var server = ScriptedServer.Start().AnswerPing("1.41").AnswerJson("/json", 200, body);
        var host = Session();

        foreach (var way in (string[])["Get-Container", "Get-Container -All x*", "Get-ContainerDetail x", "Get-ContainerImage"])
        {
            var outcome = host.Invoke($"{way} -Engine $e", ("e", server.Host));
            var error = outcome.AssertError("InvalidAnswer");
            Assert.Empty(outcome.Output);
            Assert.Contains(server.Host, error.Exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory, EveryEngine]
    public async Task List_that_breaks_off_is_an_error_and_not_a_shorter_list(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        await CreateAsync(engine);
        await CreateAsync(engine);

        foreach (var bytes in (int[])[100, 400, 900])
        {
            proxy.Cut("/containers/json", afterBytes: bytes, times: 1);
            var outcome = host.Invoke("Get-Container -All -Engine $e", ("e", proxy.Host));
            Assert.Equal(proxy.Host, outcome.AssertError("ConnectionLost").TargetObject);
            Assert.Empty(outcome.Output);
        }

        // The next one is whole again.
        Assert.Equal(2, host.Invoke("Get-Container $p -Engine $e", ("p", Names.Prefix + "*"), ("e", proxy.Host)).AssertSucceeded().Output.Count);
    }

    [Theory, EveryEngine]
    public async Task Engines_own_word_on_a_failure_is_passed_on(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Refuse("/containers/json", 500, "the disk is on fire");
        Assert.Equal("the disk is on fire", host.Invoke("Get-Container -Engine $e", ("e", proxy.Host)).AssertError("EngineError").Exception.Message);

        proxy.Answer("/containers/json", RawAnswer.Text("502 Bad Gateway", "upstream gone\n", "text/plain"));
        Assert.Equal("upstream gone", host.Invoke("Get-Container -Engine $e", ("e", proxy.Host)).AssertError("EngineError").Exception.Message);

        proxy.Refuse("/containers/json", 403, "authorization denied by plugin");
        host.Invoke("Get-Container -Engine $e", ("e", proxy.Host)).AssertError("AccessDenied");

        proxy.Refuse("HEAD /_ping", 405, "method not allowed");
        Assert.True(host.Invoke("Test-DockerEngine $e", ("e", proxy.Host)).Single<bool>());
    }

    [Fact]
    public async Task Socket_that_the_account_may_not_open_is_said_to_be_so()
    {
        var shell = new[] { "Release", "Debug" }.Select(built => Path.Combine(Repository.Root, "tests/Shell/bin", built, "net10.0/DockerPS.Shell.dll")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(shell is null, "The Shell host is not built.");
        await using var server = ScriptedServer.Start().AnswerPing("1.41");
        // Another's socket, and an administrator without the right to open what is another's: so all else can still be read.
        await Tool.DemandAsync("chown", ["65534", server.SocketPath]);
        await Tool.DemandAsync("chmod", ["600", server.SocketPath]);
        const string Script = """
            foreach ($command in { Get-Container -ErrorAction Stop }, { Get-ContainerLog x -ErrorAction Stop }) {
                try { & $command } catch { $_.FullyQualifiedErrorId.Split(',')[0]; "$($_.CategoryInfo.Category)"; $_.ErrorDetails.RecommendedAction }
            }
            "$((Test-DockerEngine -Detailed).Error)"
            """;

        var run = await Tool.DemandAsync(
            "setpriv",
            [
                "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-dac_override,-dac_read_search", "dotnet", shell!, "-Command",
                $"Import-Module '{Repository.Module}'\n{Script}",
            ],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOCKER_HOST"] = server.Host });

        var lines = run.Text.Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.Equal(["PermissionDenied", "PermissionDenied", "PermissionDenied", "PermissionDenied", "PermissionDenied"], (string[])[lines[0], lines[1], lines[3], lines[4], lines[6]]);
        Assert.Contains("group that owns the socket", lines[2], StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
