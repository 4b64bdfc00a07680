using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Networks;

/// <summary>Containers joined to networks, and taken out again.</summary>
public sealed class ConnectContainerNetworkTests(SharedEngines engines) : ContainerTests(engines)
{
    private readonly string _net = string.Create(CultureInfo.InvariantCulture, $"10.{RandomNumberGenerator.GetInt32(190, 219)}.{RandomNumberGenerator.GetInt32(0, 255)}");

    [Theory, EveryEngine]
    public async Task Connected_one_has_its_address_and_its_names_there(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var net = await NetworkAsync(engine);
        var (web, other) = (await RunAsync(engine), await RunWithAsync(engine, ["--network", net]));

        var connected = host.Invoke($"Connect-ContainerNetwork $net $web -Alias www, web -Ip {_net}.77 -PassThru", ("net", net), ("web", web)).One();

        Assert.Equal(["bridge", net], ((System.Collections.IEnumerable)connected.Networks).Cast<object>().Select(place => place.ToString()!).Order(StringComparer.Ordinal));
        var detail = host.Invoke("Get-ContainerNetworkDetail $net", ("net", net)).One();
        var members = ((object[])detail.Containers).Cast<dynamic>().ToDictionary(member => (string)member.Name, StringComparer.Ordinal);
        Assert.Equal(new[] { other, web }.Order(StringComparer.Ordinal), members.Keys);
        Assert.Equal(($"{_net}.77", (await InspectAsync(engine, web)).GetProperty("Id").GetString()), ((string)members[web].IPAddress, (string)members[web].ContainerId));
        Assert.Contains($"{_net}.77", await DockerAsync(engine, "exec", other, "nslookup", "www"), StringComparison.Ordinal);

        RoundTrip.AssertKept(host, "(Get-ContainerNetworkDetail $net).Containers", ("net", net));
        Assert.Equal(
            new[] { other, web }.Order(StringComparer.Ordinal),
            host.Invoke("(Get-ContainerNetworkDetail $net).Containers | Stop-Container -Force -PassThru | Sort-Object Name", ("net", net)).Lines());
        Assert.Empty(host.Invoke("(Get-ContainerNetworkDetail $net).Containers", ("net", net)).Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("`-AuxAddress` and `-Link` of networks")]
    public async Task Linked_one_is_found_by_another_name(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var net = await NetworkAsync(engine);
        var (web, other) = (await RunAsync(engine), await RunWithAsync(engine, ["--network", net]));

        host.Invoke("Connect-ContainerNetwork $net $web -Link @{ $other = 'db' }", ("net", net), ("web", web), ("other", other)).AssertSucceeded();

        Assert.Contains(", 0% packet loss", await DockerAsync(engine, "exec", web, "ping", "-c1", "-W5", "db"), StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Several_are_connected_and_disconnected_by_pipeline(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var net = await NetworkAsync(engine);
        string[] names = [await CreateAsync(engine, "sleep", "600"), await CreateAsync(engine, "sleep", "600"), await CreateAsync(engine, "sleep", "600")];

        host.Invoke("Get-Container $p | Connect-ContainerNetwork $net -WhatIf", ("p", Names.Prefix + "*"), ("net", net)).AssertSucceeded();
        Assert.All(await Task.WhenAll(names.Select(name => NetworksAsync(engine, name))), networks => Assert.Equal("bridge", networks));
        host.Invoke("Get-Container $p | Connect-ContainerNetwork $net", ("p", Names.Prefix + "*"), ("net", net)).AssertSucceeded();
        Assert.All(await Task.WhenAll(names.Select(name => NetworksAsync(engine, name))), networks => Assert.Equal("bridge " + net, networks));

        host.Invoke("Disconnect-ContainerNetwork (Get-ContainerNetwork $net) $names[0], $names[1]", ("net", net), ("names", names)).AssertSucceeded();
        host.Invoke("Get-Container $n | Disconnect-ContainerNetwork bridge -Force", ("n", names[2])).AssertSucceeded();
        Assert.Equal(["bridge", "bridge", net], await Task.WhenAll(names.Select(name => NetworksAsync(engine, name))));
    }

    [Theory, EveryEngine]
    public async Task What_can_not_be_connected_is_an_error_and_the_others_are(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var net = await NetworkAsync(engine);
        var (first, second) = (await RunWithAsync(engine, ["--network", net]), await RunAsync(engine));

        var error = host.Invoke("$a, $b | Connect-ContainerNetwork $net", ("a", first), ("b", second), ("net", net)).AssertError("StateConflict");

        Assert.Equal(first, error.TargetObject);
        Assert.Equal("bridge " + net, await NetworksAsync(engine, second));
        host.Invoke("Connect-ContainerNetwork nosuchnet $a, $b", ("a", first), ("b", second)).AssertError("NetworkNotFound");
        host.Invoke("Connect-ContainerNetwork $net nosuchcontainer", ("net", net)).AssertError("ContainerNotFound");
        host.Invoke("Disconnect-ContainerNetwork bridge $a", ("a", first)).AssertError("StateConflict");
        host.Invoke("Connect-ContainerNetwork $net $b -Ip 10.1.2", ("b", second), ("net", net)).AssertError("ParameterArgumentTransformationError");
        if (version == "podman")
        {
            host.Invoke("Connect-ContainerNetwork $net $b -Link @{ $a = 'db' }", ("a", first), ("b", second), ("net", net)).AssertError("NotSupportedByEngine");
        }

        if (version == "20.10")
        {
            host.Invoke("Connect-ContainerNetwork $net $b -GatewayPriority 5", ("b", second), ("net", net)).AssertError("NotSupportedByEngine");
            host.Invoke("Connect-ContainerNetwork $net $b -MacAddress 92:d0:c6:0a:29:33", ("b", second), ("net", net)).AssertError("NotSupportedByEngine");
        }
    }

    private async Task<string> NetworkAsync(TestEngine engine)
    {
        var name = Names.Next("net");
        await DockerAsync(engine, "network", "create", "--subnet", _net + ".0/24", name);
        return name;
    }

    private static async Task<string> NetworksAsync(TestEngine engine, string container) => string.Join(
        ' ',
        (await InspectAsync(engine, container)).GetProperty("NetworkSettings").GetProperty("Networks").EnumerateObject().Select(network => network.Name == "podman" ? "bridge" : network.Name).Order(StringComparer.Ordinal));
}
