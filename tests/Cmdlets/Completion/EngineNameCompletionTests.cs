using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Completion;

/// <summary>What Tab offers where an engine or a context is to be named. The contexts lead nowhere: nobody is asked.</summary>
[Collection(EnvironmentChange.Collection)]
public sealed class EngineNameCompletionTests : EngineTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerps-completion-").FullName;
    private readonly EnvironmentChange _environment;
    private readonly PowerShellHost _host = new();

    public EngineNameCompletionTests(SharedEngines engines)
        : base(engines)
    {
        _environment = new EnvironmentChange(("DOCKER_CONFIG", _folder), ("DOCKER_HOST", null), ("DOCKER_CONTEXT", null));
        _host.Invoke("""
            New-DockerContext prod-1 tcp://192.0.2.1:2375 -Description 'the shop, live'
            New-DockerContext prod-2 ssh://deploy@192.0.2.2
            New-DockerContext 1.10 tcp://192.0.2.3:2375
            Use-DockerContext prod-2
            """).AssertSucceeded();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _host.Dispose();
        _environment.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Get-DockerContext prod", "prod-1 prod-2")]
    [InlineData("Get-DockerContext prod-1, p", "prod-1 prod-2")]
    [InlineData("Use-DockerContext ", "1.10 default prod-1 prod-2")]
    [InlineData("Remove-DockerContext *-2", "prod-2")]
    [InlineData("Set-DockerContext PROD-1", "prod-1")]
    [InlineData("Export-DockerContext -Name d", "default")]
    [InlineData("New-DockerContext x -From prod-2", "prod-2")]
    [InlineData("Get-Container -Engine prod", "prod-1 prod-2")]
    [InlineData("Get-Container -Engine nothing", "")]
    public void Contexts_are_offered(string line, string names) =>
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), Complete(line).Select(match => match.CompletionText.Trim('\'')).Order(StringComparer.Ordinal));

    [Fact]
    public void A_context_says_what_it_is()
    {
        Assert.Equal(
            ["prod-1, the shop, live, tcp://192.0.2.1:2375", "prod-2, ssh://deploy@192.0.2.2, the current one"],
            Complete("Use-DockerContext prod").Select(match => match.ToolTip).Order(StringComparer.Ordinal));
        Assert.All(Complete("Use-DockerContext prod"), match => Assert.Equal(match.CompletionText, match.ListItemText));
    }

    [Fact]
    public void A_context_that_is_a_number_is_quoted() => Assert.Equal("'1.10'", Assert.Single(Complete("Get-Container -Engine 1.")).CompletionText);

    [Fact]
    public async Task Connections_of_the_session_are_offered_before_contexts()
    {
        var address = await ConnectAsync("prod-1", "the lab; $b");

        Assert.Equal(["prod-1", "prod-2"], Texts("Get-Container -Engine prod"));
        Assert.Equal(
            [$"prod-1, {address}, connected", "prod-2, ssh://deploy@192.0.2.2, the current one"],
            Complete("Get-Container -Engine prod").Select(match => match.ToolTip));
        Assert.Equal(["'the lab; $b'"], Texts("Get-Container -Engine the"));
        Assert.Equal(["'the lab; $b'"], Texts("Get-Container -Engine prod-1, the"));
        Assert.Equal(["'the lab; $b'"], Texts("Get-Container -Engine 'the"));
        Assert.Equal(["\"the lab; `$b\""], Texts("Test-DockerEngine \"the l"));
        Assert.Equal(["'the lab; $b'"], Texts("Copy-ContainerVolume data -DestinationEngine the"));
    }

    [Theory]
    [InlineData("Disconnect-DockerEngine ")]
    [InlineData("Get-DockerEngine ")]
    public async Task Where_only_connections_can_be_meant_only_they_are_offered(string line)
    {
        Assert.DoesNotContain("prod-2", Texts(line));

        await ConnectAsync("lab");

        Assert.Equal(["lab"], Texts(line));
    }

    [Fact]
    public async Task Another_session_does_not_see_them()
    {
        await ConnectAsync("lab");
        using var other = new PowerShellHost();

        Assert.Equal(["lab"], Texts("Get-Container -Engine l"));
        Assert.Empty(Complete("Get-Container -Engine l", other));
    }

    private async Task<string> ConnectAsync(params string[] names)
    {
        var engine = await EngineAsync(SharedEngines.Versions[^1].Name);
        foreach (var name in names)
        {
            _host.Invoke("Connect-DockerEngine $address -Name $name -NoDefault", ("address", engine.Host), ("name", name)).AssertSucceeded();
        }

        return engine.Host;
    }

    private List<string> Texts(string line) => [.. Complete(line).Select(match => match.CompletionText)];

    private IReadOnlyList<CompletionResult> Complete(string line, PowerShellHost? host = null) =>
        (host ?? _host).Invoke("(TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches", ("line", line)).AssertSucceeded().Objects<CompletionResult>();
}
