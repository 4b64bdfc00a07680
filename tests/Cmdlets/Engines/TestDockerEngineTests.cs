using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

public sealed class TestDockerEngineTests(SharedEngines engines) : EngineTests(engines)
{
    [Theory, EveryEngine]
    public async Task Engine_that_answers_is_true_and_told_of_in_detail(string version)
    {
        var engine = await EngineAsync(version);
        var host = Session();

        Assert.True(host.Invoke("Test-DockerEngine $e", ("e", engine.Host)).Single<bool>());
        var status = host.Invoke("Test-DockerEngine $e -Detailed", ("e", engine.Host)).One();

        Assert.Equal("DockerPS.EngineStatus", status.GetType().FullName);
        Assert.True((bool)status.Reachable);
        Assert.Equal((engine.Host, new Uri(engine.Host), "-Engine"), ((string)status.Engine, (Uri)status.Address, (string)status.Source));
        Assert.StartsWith(version == "podman" ? "Libpod/" : "Docker/" + version, (string)status.Server, StringComparison.Ordinal);
        Assert.Equal(Version.Parse(EngineVersion.Parse(version).ApiVersion), (Version)status.ApiVersion);
        Assert.Equal((Version)status.ApiVersion, (Version)status.UsedApiVersion);
        Assert.Equal("linux", status.OperatingSystem);
        Assert.InRange((TimeSpan)status.Latency, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10));
        Assert.Null(status.Error);
        Assert.Null(status.Problem);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_its_name_and_never_an_error()
    {
        await using var old = ScriptedServer.Start().AnswerPing("1.12");
        await using var silent = ScriptedServer.Start().StaySilent("_ping");
        await using var other = ScriptedServer.Start().Answer("_ping", RawAnswer.Text("200 OK", "hello", "text/plain"));
        await using var nonsense = ScriptedServer.Start().Answer("_ping", Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH\r\n\r\n"), close: true);
        var host = Session();
        string[] names = [old.Host, silent.Host, other.Host, nonsense.Host, "unix:///nowhere/at.sock", "no-such-context", "ftp://x"];

        var statuses = host.Invoke("$names | Test-DockerEngine -Detailed -Timeout 400ms", ("names", names)).AssertSucceeded().All();

        Assert.Equal(names, statuses.Select(status => (string)status.Engine));
        Assert.Equal(
            ["EngineTooOld", "Timeout", "InvalidAnswer", "InvalidAnswer", "EngineUnreachable", "ContextNotFound", "InvalidEndpoint"],
            statuses.Select(status => (string)status.Error.ToString()));
        Assert.All(statuses, status => Assert.False((bool)status.Reachable));
        Assert.Contains("1.12", (string)statuses[0].Problem, StringComparison.Ordinal);
        Assert.Contains("Docker 20.10", (string)statuses[0].Problem, StringComparison.Ordinal);
        Assert.Equal("Update the engine.", statuses[0].Remedy);
        Assert.Contains("no such socket", (string)statuses[4].Problem, StringComparison.Ordinal);
        Assert.Contains("unix:///path/to.sock", (string)statuses[6].Problem, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat("False", 7), host.Invoke("Test-DockerEngine $names -Timeout 400ms", ("names", names)).Lines());
    }

    [Fact]
    public async Task Places_that_were_looked_at_are_told_in_their_order()
    {
        var engine = await EngineAsync("20.10");
        var host = Session();

        var named = host.Invoke("(Test-DockerEngine $e -Detailed).Sources", ("e", engine.Host)).AssertSucceeded().All();
        Assert.Equal(
            ["Connect-DockerEngine", "-Engine", "$env:DOCKER_HOST", "$env:DOCKER_CONTEXT", "the docker command's current context", "the platform's default"],
            named.Select(source => (string)source.Source).Take(6));
        Assert.Equal([false, true, false, false, false, false], named.Select(source => (bool)source.Chosen).Take(6));
        Assert.Equal(new Uri(engine.Host), (Uri)named[1].Endpoint);
        Assert.Contains("-Engine goes before it", (string)named[5].Why, StringComparison.Ordinal);

        var connected = host.Invoke("Connect-DockerEngine $e -Name mine | Out-Null; (Test-DockerEngine -Detailed).Sources", ("e", engine.Host)).AssertSucceeded().All();
        Assert.Equal("mine", Assert.Single(connected, source => (bool)source.Chosen).Value);
        Assert.True((bool)connected[0].Chosen);

        var unknown = host.Invoke("(Test-DockerEngine no-such-context -Detailed).Sources", ("e", engine.Host)).AssertSucceeded().All();
        Assert.Contains("no context named 'no-such-context'", (string)unknown[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_prints_as_a_list_that_fits()
    {
        var engine = await EngineAsync("20.10");
        var host = Session();
        host.Width = 80;

        var lines = host.Render("Test-DockerEngine $e -Detailed", ("e", engine.Host));

        Assert.Contains("Reachable       : True", lines);
        Assert.Contains("ApiVersion      : 1.41", lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }
}
