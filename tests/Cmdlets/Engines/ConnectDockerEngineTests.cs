using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

public sealed class ConnectDockerEngineTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Connection_is_used_by_name_by_default_and_by_what_came_from_it(string version)
    {
        var (engine, _) = await PrepareAsync(version);
        var host = Session();
        var name = await CreateAsync(engine);

        Assert.Equal("TestDockerEngine", host.Invoke("Connect-DockerEngine $e -Name TestDockerEngine", ("e", engine.Host)).One().Name);
        Assert.Equal([name], host.Invoke("(Get-Container $n).Name", ("n", name)).Lines());
        Assert.Equal([name], host.Invoke("(Get-Container $n -Engine testdockerengine).Name", ("n", name)).Lines());
        Assert.Equal([name], host.Invoke("(Get-Container $n -Engine (Get-DockerEngine)).Name", ("n", name)).Lines());
        Assert.Equal(["True", "TestDockerEngine", "Connect-DockerEngine"], host.Invoke("Test-DockerEngine; $s = Test-DockerEngine -Detailed; $s.Engine; $s.Source").Lines());

        // What came from it goes back to it, whatever is the default then.
        Assert.Equal(
            ["TestDockerEngine"],
            host.Invoke("$c = Get-Container $n; Connect-DockerEngine $e -Name other | Out-Null; $c | Remove-Container; $c.Engine", ("n", name), ("e", engine.Host)).Lines());
        host.Invoke("Get-Container $n -Engine other", ("n", name)).AssertError("ContainerNotFound");
    }

    [Fact]
    public async Task Connections_come_and_go()
    {
        var (engine, _) = await PrepareAsync("20.10");
        var host = Session();
        host.Invoke("Connect-DockerEngine $e -Name one; Connect-DockerEngine $e -Name two -NoDefault; Connect-DockerEngine $e -Name three -WhatIf", ("e", engine.Host)).AssertSucceeded();

        Assert.Equal(["one True", "two False"], List());
        Assert.Equal(["two"], host.Invoke("(Get-DockerEngine t*).Name").Lines());
        Assert.Empty(host.Invoke("Get-DockerEngine nothing*").Lines());
        host.Invoke("Get-DockerEngine nothing").AssertError("EngineNotConnected");

        host.Invoke("Disconnect-DockerEngine nothing").AssertError("EngineNotConnected");
        host.Invoke("Disconnect-DockerEngine -WhatIf; Disconnect-DockerEngine nothing*").AssertSucceeded();
        Assert.Equal(["one True", "two False"], List());
        host.Invoke("Disconnect-DockerEngine").AssertSucceeded();
        Assert.Equal(["two False"], List());
        host.Invoke("Disconnect-DockerEngine").AssertError("EngineNotConnected");
        // Without a connection of its own the session finds an engine as before.
        Assert.Equal(["False"], host.Invoke("(Get-DockerEngine | Where-Object IsDefault).Connected").Lines());
        host.Invoke("Get-DockerEngine | Where-Object Connected | Disconnect-DockerEngine").AssertSucceeded();
        Assert.Empty(List());

        string[] List() => [.. host.Invoke("""Get-DockerEngine | Where-Object Connected | ForEach-Object { "$($_.Name) $($_.IsDefault)" }""").Lines()];
    }

    [Fact]
    public async Task Connection_belongs_to_its_session()
    {
        var (engine, _) = await PrepareAsync("20.10");
        var (first, second) = (Session(), Session());

        first.Invoke("Connect-DockerEngine $e -Name mine", ("e", engine.Host)).AssertSucceeded();

        second.Invoke("Get-Container -Engine mine").AssertError("ContextNotFound");
        Assert.Empty(second.Invoke("Get-DockerEngine | Where-Object Connected").Lines());
        Assert.Equal(["True"], first.Invoke("Test-DockerEngine mine").Lines());
    }

    [Theory]
    [InlineData("unix:///nowhere/at.sock", "EngineUnreachable")]
    [InlineData("gopher://x", "InvalidEndpoint")]
    [InlineData("no-such-context", "ContextNotFound")]
    [InlineData("ssh://user:word@host", "InvalidEndpoint")]
    [InlineData("ssh://-oProxyCommand=x", "InvalidEndpoint")]
    public void What_does_not_answer_is_not_connected(string address, string id)
    {
        var host = Session();

        host.Invoke("Connect-DockerEngine $a", ("a", address)).AssertError(id);

        Assert.Empty(host.Invoke("Get-DockerEngine | Where-Object Connected").Lines());
    }

    [Fact]
    public async Task Names_of_connections_and_contexts_are_completed()
    {
        var (engine, _) = await PrepareAsync("20.10");
        var host = Session();
        host.Invoke("Connect-DockerEngine $e -Name mine-own", ("e", engine.Host)).AssertSucceeded();

        Assert.Equal(["mine-own"], Completed("Get-Container -Engine mine"));
        Assert.Equal(["mine-own"], Completed("Test-DockerEngine mine"));
        Assert.Contains("default", Completed("Get-Container -Engine defau"));
        Assert.Contains("default", Completed("Use-DockerContext defau"));

        System.Collections.Generic.IReadOnlyList<string> Completed(string line) =>
            host.Invoke("(TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText", ("line", line)).Lines();
    }

    [Fact]
    public async Task Table_fits_and_objects_survive()
    {
        var (engine, _) = await PrepareAsync("20.10");
        var host = Session();
        host.Invoke("Connect-DockerEngine $e -Name mine", ("e", engine.Host)).AssertSucceeded();

        var lines = host.Render("Get-DockerEngine");
        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.Contains(lines, line => line.StartsWith("mine", StringComparison.Ordinal) && line.Contains("Connect-DockerEngine", StringComparison.Ordinal));
        Assert.Equal(
            ["mine True", "True"],
            host.Invoke("$b = Get-DockerEngine | ConvertTo-CliXml | ConvertFrom-CliXml; \"$($b.Name) $($b.Connected)\"; Test-DockerEngine $b").Lines());
    }
}
