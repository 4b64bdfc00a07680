using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

/// <summary>Three engines, each in a network of its own, reached over tcp.</summary>
public sealed class ManyEnginesTests(SharedEngines engines) : EngineTests(engines)
{
    private const int Each = 4;

    private readonly List<TestEngine> _own = [];
    private readonly List<NetworkNamespace> _networks = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 0; i < 3; i++)
        {
            _networks.Add(await NetworkNamespace.CreateAsync());
        }

        _own.AddRange(await Task.WhenAll(_networks.Select(async network =>
        {
            var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.V2010), new TestEngineOptions { Network = network, TcpPort = 2375 });
            await engine.ImportTestImageAsync();
            return engine;
        })));
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        foreach (var engine in _own)
        {
            await engine.DisposeAsync();
        }

        foreach (var network in _networks)
        {
            await network.DisposeAsync();
        }
    }

    [Fact]
    public void One_pipeline_lists_starts_stops_and_removes_across_all()
    {
        var (host, addresses) = (Session(), Addresses());

        var lines = host.Invoke(
            """
            $made = foreach ($e in $engines) { 1..$each | ForEach-Object { New-Container busybox:test -Name "c$_" -StopSignal KILL -Engine $e -Command sleep, 600 } }
            $made.Count
            $started = Get-Container -Engine $engines -All | Start-Container
            @($started | Group-Object Engine | ForEach-Object Count) -join ' '
            @(Get-Container c1 -Engine $engines).Count
            @(Get-Container -Engine $engines | Stop-Container -PassThru | Where-Object State -eq Exited).Count
            Get-Container -Engine $engines -All | Remove-Container
            @(Get-Container -Engine $engines -All).Count
            """,
            ("engines", addresses), ("each", Each)).Lines();

        Assert.Equal(["12", "4 4 4", "3", "12", "0"], lines);
    }

    [Fact]
    public async Task Engine_that_is_down_is_one_error_and_the_others_answer()
    {
        var (host, addresses) = (Session(), Addresses());
        Make(host, addresses);
        await _own[1].KillAsync();

        foreach (var command in (string[])["Get-Container -All", "Get-Container c1", "Get-Container -All c*", "Get-ContainerImage", "Get-ContainerDetail c1"])
        {
            var outcome = host.Invoke(command + " -Engine $engines", ("engines", addresses));
            Assert.Contains(addresses[1], outcome.AssertError("EngineUnreachable").Exception.Message, StringComparison.Ordinal);
            Assert.Equal(
                [addresses[0], addresses[2]],
                outcome.All().Select(item => (string)item.Engine).Distinct().Order(StringComparer.Ordinal));
        }

        Assert.Equal(["True", "False", "True"], host.Invoke("Test-DockerEngine $engines", ("engines", addresses)).Lines());
    }

    [Theory, InlineData(1), InlineData(8)]
    public async Task Engine_that_is_killed_in_the_middle_costs_its_own_items_only(int throttle)
    {
        var (host, addresses) = (Session(), Addresses());
        Make(host, addresses);
        Action kill = () => _own[1].KillAsync().GetAwaiter().GetResult();

        // The engine goes when its second container comes along.
        var outcome = host.Invoke(
            """
            $seen = 0
            Get-Container -All -Engine $engines |
                ForEach-Object { if ($_.Engine -eq $engines[1] -and ++$seen -eq 2) { $kill.Invoke() }; $_ } |
                Remove-Container -ThrottleLimit $throttle
            """,
            ("engines", addresses), ("kill", kill), ("throttle", throttle));

        Assert.Null(outcome.Exception);
        Assert.All(outcome.ErrorIds, id => Assert.Contains(id, (string[])["EngineUnreachable", "ConnectionLost"]));
        Assert.InRange(outcome.Errors.Count, Each - 1, Each);
        Assert.All(outcome.Errors, error => Assert.Contains(addresses[1], error.Exception.Message, StringComparison.Ordinal));
        Assert.Equal(0, await LeftAsync(0) + await LeftAsync(2));
        await _own[1].RestartAsync();
        Assert.InRange(await LeftAsync(1), Each - 1, Each);
    }

    private string[] Addresses() => [.. _networks.Select(network => $"tcp://{network.Address}:2375")];

    private async Task<int> LeftAsync(int engine) => (await _own[engine].Http.GetAsync("/containers/json?all=1")).GetArrayLength();

    private static void Make(PowerShellHost host, string[] addresses) =>
        host.Invoke("foreach ($e in $engines) { 1..$each | ForEach-Object { New-Container busybox:test -Name \"c$_\" -Engine $e } }", ("engines", addresses), ("each", Each)).AssertSucceeded();
}
