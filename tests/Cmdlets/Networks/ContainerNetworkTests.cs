using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Networks;

/// <summary>Networks made, listed and removed on real engines.</summary>
public sealed class ContainerNetworkTests(SharedEngines engines) : ContainerTests(engines)
{
    // A range of the test's own: others make networks on the same engine.
    private readonly string _net = string.Create(CultureInfo.InvariantCulture, $"10.{RandomNumberGenerator.GetInt32(220, 250)}.{RandomNumberGenerator.GetInt32(0, 255)}");

    [Theory, EveryEngine]
    public async Task New_one_has_what_was_asked_for_and_is_told_in_types(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next("net");

        var network = host.Invoke(
            $"New-ContainerNetwork $n -Driver bridge -Subnet {_net}.0/24 -IpRange {_net}.128/25 -Gateway {_net}.1 -Internal "
            + "-Label @{ app = 'web' } -Option @{ 'com.docker.network.driver.mtu' = 1400 }",
            ("n", name)).One();

        var said = await engine.Http.GetAsync("/networks/" + name);
        Assert.Equal((name, "bridge", "local", engine.Host), ((string)network.Name, (string)network.Driver, (string)network.Scope, (string)network.Engine));
        Assert.Equal(said.GetProperty("Id").GetString(), (string)network.NetworkId);
        Assert.Equal((true, false, true, false), ((bool)network.Internal, (bool)network.IPv6, (bool)network.IPv4, (bool)network.Predefined));
        Assert.Equal(("web", "1400"), ((string)network.Labels["app"], (string)network.Options[version == "podman" ? "mtu" : "com.docker.network.driver.mtu"]));
        Assert.Equal(DateTimeKind.Local, ((DateTime)network.Created).Kind);
        var pool = Assert.Single(network.Pools);
        // Podman does not tell the range.
        Assert.Equal(($"{_net}.0/24", version == "podman" ? null : $"{_net}.128/25", $"{_net}.1"), ((string)pool.Subnet, (string?)pool.IPRange, (string)pool.Gateway));

        Assert.Equal("True", host.Invoke("(Get-ContainerNetworkDetail $n).Raw.Internal", ("n", name)).Lines().Single());
        RoundTrip.AssertKept(host, "Get-ContainerNetwork $n", ("n", name));
        RoundTrip.AssertKept(host, "(Get-ContainerNetwork $n).Pools", ("n", name));
        RoundTrip.AssertKept(host, "Get-ContainerNetworkDetail $n", ("n", name));
        var table = host.Render("Get-ContainerNetwork $n", ("n", name));
        Assert.Contains(table, line => line.Contains($"{_net}.0/24", StringComparison.Ordinal) && line.StartsWith(name[..20], StringComparison.Ordinal));
        host.Invoke("Get-ContainerNetwork $n | Remove-ContainerNetwork", ("n", name)).AssertSucceeded();
    }

    [Theory, EveryEngine, PodmanDiffers("`-AuxAddress` and `-Link` of networks")]
    public async Task Addresses_are_kept_free(string version)
    {
        var (_, host) = await PrepareAsync(version);
        var name = Names.Next("net");

        var network = host.Invoke($"New-ContainerNetwork $n -Subnet {_net}.0/24 -AuxAddress @{{ router = '{_net}.5' }}", ("n", name)).One();

        Assert.Equal($"{_net}.5", (string)Assert.Single(network.Pools).AuxiliaryAddresses["router"]);
        RoundTrip.AssertKept(host, "(Get-ContainerNetwork $n).Pools", ("n", name));
    }

    [Theory, EveryEngine]
    public async Task Several_are_made_listed_and_removed_by_pipeline(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        string[] names = [Names.Next("net"), Names.Next("net"), Names.Next("net")];

        Assert.Equal(names, host.Invoke("$n | New-ContainerNetwork -Label $l", ("n", names), ("l", Names.Prefix)).Lines());
        Assert.Equal(names, host.Invoke("Get-ContainerNetwork -Label $l | Sort-Object Name", ("l", Names.Prefix)).Lines());
        Assert.Equal(names, host.Invoke("Get-ContainerNetwork $p -Driver bridge -Scope local -Type custom | Sort-Object Name", ("p", Names.Prefix + "*")).Lines());
        Assert.Empty(host.Invoke("Get-ContainerNetwork $p -Driver overlay", ("p", Names.Prefix + "*")).Lines());
        // Podman has the others as modes of containers, and not as networks.
        string[] predefined = version == "podman" ? ["bridge"] : ["bridge", "host", "none"];
        Assert.Equal(predefined, host.Invoke("(Get-ContainerNetwork -Type builtin | Where-Object Predefined).Name | Sort-Object").Lines());

        host.Invoke("Remove-ContainerNetwork $p -WhatIf", ("p", Names.Prefix + "*")).AssertSucceeded();
        var id = (await engine.Http.GetAsync("/networks/" + names[0])).GetProperty("Id").GetString()!;
        Assert.Equal([names[0]], host.Invoke("Get-ContainerNetwork $id", ("id", id[..14])).Lines());
        host.Invoke("Remove-ContainerNetwork $id", ("id", id[..14])).AssertSucceeded();
        host.Invoke("Get-ContainerNetwork -Label $l | ConvertTo-CliXml | ConvertFrom-CliXml | Remove-ContainerNetwork", ("l", Names.Prefix)).AssertSucceeded();
        Assert.Empty(host.Invoke("Get-ContainerNetwork $p | Remove-ContainerNetwork; Get-ContainerNetwork $p", ("p", Names.Prefix + "*")).Lines());
    }

    [Theory, EveryEngine]
    public async Task Unused_ones_are_those_that_no_container_needs(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (free, running, stopped) = (Names.Next("free"), Names.Next("running"), Names.Next("stopped"));
        foreach (var name in new[] { free, running, stopped })
        {
            await DockerAsync(engine, "network", "create", name);
        }

        await RunWithAsync(engine, ["--network", running]);
        await DockerAsync(engine, "create", "--name", Names.Next(), "--network", stopped, TestImage.Reference);

        Assert.Equal([free], host.Invoke("Get-ContainerNetwork $p -Unused", ("p", Names.Prefix + "*")).Lines());
        Assert.Empty(host.Invoke("Get-ContainerNetwork $r, $s, bridge -Unused; Get-ContainerNetwork -Type builtin -Unused", ("r", running), ("s", stopped)).Lines());
        host.Invoke("Get-ContainerNetwork $p -Unused | Remove-ContainerNetwork", ("p", Names.Prefix + "*")).AssertSucceeded();
        Assert.Equal([running, stopped], host.Invoke("Get-ContainerNetwork $p | Sort-Object Name", ("p", Names.Prefix + "*")).Lines());

        var error = host.Invoke("Remove-ContainerNetwork $r", ("r", running)).AssertError("StateConflict");
        Assert.Equal((running, "ResourceBusy"), (error.TargetObject, error.CategoryInfo.Category.ToString()));
    }

    [Theory, EveryEngine]
    public async Task What_can_not_be_made_or_removed_is_an_error_of_its_own(string version)
    {
        var (_, host) = await PrepareAsync(version);
        var name = Names.Next("net");

        host.Invoke("New-ContainerNetwork $n", ("n", name)).AssertSucceeded();
        Assert.Equal("ResourceExists", host.Invoke("New-ContainerNetwork $n", ("n", name)).AssertError("NameConflict").CategoryInfo.Category.ToString());
        host.Invoke("Get-ContainerNetwork $n", ("n", name + "x")).AssertError("NetworkNotFound");
        host.Invoke("Remove-ContainerNetwork $n", ("n", name + "x")).AssertError("NetworkNotFound");
        host.Invoke("Remove-ContainerNetwork $n -Force", ("n", name + "x")).AssertSucceeded();
        host.Invoke("Remove-ContainerNetwork bridge").AssertError("InvalidArgument");
        host.Invoke($"New-ContainerNetwork $n -Gateway {_net}.1", ("n", name + "x")).AssertError("InvalidArgument");
        host.Invoke($"New-ContainerNetwork $n -Subnet {_net}.0/24 -Gateway 10.1.2.3", ("n", name + "x")).AssertError("InvalidArgument");
        host.Invoke("New-ContainerNetwork $n -Subnet 10.1.2", ("n", name + "x")).AssertError("CannotConvertArgumentNoMessage");
        if (version == "podman")
        {
            host.Invoke($"New-ContainerNetwork $n -Subnet {_net}.0/24 -AuxAddress @{{ router = '{_net}.5' }}", ("n", name + "x")).AssertError("NotSupportedByEngine");
        }

        if (version == "20.10")
        {
            host.Invoke("New-ContainerNetwork $n -Ipv4:$false -Ipv6", ("n", name + "x")).AssertError("NotSupportedByEngine");
        }
    }

    [Theory]
    [InlineData("-Subnet 10.1.0.0/16, 10.1.5.0/24", "The subnets 10.1.0.0/16 and 10.1.5.0/24 overlap")]
    [InlineData("-IpRange 10.1.5.0/24", "more of them than subnets")]
    [InlineData("-Subnet 10.1.0.0/16 -Gateway 10.1.0.1, 10.1.0.2", "more of them than subnets")]
    [InlineData("-Subnet 10.1.0.0/16, 10.2.0.0/16 -Gateway 10.1.0.1, 10.1.0.2", "can't have both the gateway 10.1.0.1 and 10.1.0.2")]
    [InlineData("-Subnet 10.1.0.0/16, 10.2.0.0/16 -IpRange 10.1.5.0/24, 10.1.6.0/24", "can't have both the range 10.1.5.0/24 and 10.1.6.0/24")]
    [InlineData("-Subnet 10.1.0.0/16 -IpRange 10.3.5.0/24", "No -Subnet has the range 10.3.5.0/24 in it")]
    [InlineData("-Subnet 10.1.0.0/16 -Gateway 2001:db8::1", "No -Subnet has the gateway 2001:db8::1 in it")]
    [InlineData("-Subnet 10.1.0.0/16 -AuxAddress a=10.2.0.1", "No -Subnet has the address a=10.2.0.1 in it")]
    [InlineData("-AuxAddress a=10.2.0.1", "No -Subnet has the address")]
    [InlineData("-Subnet 10.1.0.0/16 -AuxAddress a=10.1.0.1, a=10.1.0.2", "The name a stands twice")]
    public void Addresses_that_do_not_go_together_are_refused_before_an_engine_is_asked(string options, string words)
    {
        var error = Session().Invoke($"New-ContainerNetwork front {options} -Engine unix:///nowhere.sock").AssertError("InvalidArgument");

        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_gateways_and_addresses_may_belong_to_several_subnets() => Session().Invoke(
        "New-ContainerNetwork front -Subnet 10.1.0.0/16, 2001:db8::/64 -Gateway 2001:db8::1, 10.1.0.1 -IpRange 10.1.5.0/24 -AuxAddress @{ a = '10.1.0.9'; b = '2001:db8::9' } -Ipv6 -WhatIf -Engine unix:///nowhere.sock").AssertSucceeded();

    [Theory]
    [EveryEngine("Get-ContainerNetwork $n | Remove-Container -Force")]
    [EveryEngine("Get-ContainerNetwork $n | ConvertTo-CliXml | ConvertFrom-CliXml | Stop-Container")]
    [EveryEngine("Get-ContainerNetworkDetail $n | Remove-Container -Force")]
    [EveryEngine("Get-ContainerNetwork $n | Remove-ContainerVolume -Confirm:$false")]
    [EveryEngine("Get-Container $n | Remove-ContainerNetwork")]
    [EveryEngine("New-ContainerVolume $n | Remove-ContainerNetwork")]
    public async Task Other_things_are_refused_and_nothing_goes(string version, string script)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next("both");
        await DockerAsync(engine, "network", "create", name);
        await DockerAsync(engine, "create", "--name", name, TestImage.Reference);

        host.Invoke(script, ("n", name)).AssertError("InputObjectNotBound");

        Assert.Equal([name, name], host.Invoke("Get-ContainerNetwork $n; Get-Container $n", ("n", name)).Lines());
    }
}
