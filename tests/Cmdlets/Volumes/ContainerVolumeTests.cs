using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Volumes;

/// <summary>Volumes made, listed and removed on real engines.</summary>
public sealed class ContainerVolumeTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task New_one_has_what_was_asked_for(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next("vol");

        var volume = host.Invoke("New-ContainerVolume $n -Label @{ app = 'web' }, tier=1 -Option @{ type = 'tmpfs'; device = 'tmpfs' }, o=mode=700", ("n", name)).One();

        var said = await engine.Http.GetAsync("/volumes/" + name);
        Assert.Equal((name, "local", engine.Host), ((string)volume.Name, (string)volume.Driver, (string)volume.Engine));
        Assert.Equal(("web", "1"), ((string)volume.Labels["app"], (string)volume.Labels["tier"]));
        Assert.Equal(("tmpfs", "mode=700"), ((string)volume.Options["type"], (string)volume.Options["o"]));
        Assert.Equal(said.GetProperty("Mountpoint").GetString(), (string)volume.Mountpoint);
        Assert.Equal((name, DateTimeKind.Local, false), ((string)volume.ToString(), ((DateTime)volume.Created).Kind, (bool)volume.Anonymous));
        Assert.Equal("mode=700", said.GetProperty("Options").GetProperty("o").GetString());
        Assert.Equal(name, host.Invoke("New-ContainerVolume $n -Driver local", ("n", name)).Lines().Single());
    }

    [Theory, EveryEngine]
    public async Task Several_are_made_listed_and_removed_by_pipeline(string version)
    {
        var (_, host) = await PrepareAsync(version);
        string[] names = [Names.Next("vol"), Names.Next("vol"), Names.Next("vol")];

        Assert.Equal(names, host.Invoke("$n | New-ContainerVolume -Label $l", ("n", names), ("l", Names.Prefix)).Lines());
        Assert.Equal(names.Order(StringComparer.Ordinal), host.Invoke("Get-ContainerVolume -Label $l", ("l", Names.Prefix)).Lines().Order(StringComparer.Ordinal));
        Assert.Equal(names.Order(StringComparer.Ordinal), host.Invoke("Get-ContainerVolume $p -Driver local", ("p", Names.Prefix + "*")).Lines().Order(StringComparer.Ordinal));
        Assert.Empty(host.Invoke("Get-ContainerVolume $p -Driver nosuch", ("p", Names.Prefix + "*")).Lines());

        host.Invoke("Get-ContainerVolume -Label $l | Select-Object -First 2 | ConvertTo-CliXml | ConvertFrom-CliXml | Remove-ContainerVolume -Confirm:$false", ("l", Names.Prefix)).AssertSucceeded();
        var last = host.Invoke("Get-ContainerVolume -Label $l", ("l", Names.Prefix)).Lines().Single();
        host.Invoke("[pscustomobject]@{ Name = $n } | Remove-ContainerVolume -Confirm:$false", ("n", last)).AssertSucceeded();
        Assert.Empty(host.Invoke("Get-ContainerVolume -Label $l", ("l", Names.Prefix)).Lines());
        Assert.Empty(host.Invoke("Get-ContainerVolume -Label $l | Remove-ContainerVolume; Remove-ContainerVolume $p", ("l", Names.Prefix), ("p", Names.Prefix + "*")).Lines());
    }

    [Theory, EveryEngine]
    public async Task Sizes_and_users_are_told_on_request_and_unused_ones_alone(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (used, free) = (Names.Next("vol"), Names.Next("vol"));
        await DockerAsync(engine, "volume", "create", free);
        var container = await RunWithAsync(engine, ["-v", used + ":/data"], "sh", "-c", "head -c 300000 /dev/zero > /data/zeros");
        await DockerAsync(engine, "wait", container);

        var plain = host.Invoke("Get-ContainerVolume $n", ("n", used)).One();
        Assert.Null(plain.Size);
        Assert.Null(plain.Users);

        var volumes = host.Invoke("Get-ContainerVolume $p -Size -Users | Sort-Object Name", ("p", Names.Prefix + "*")).AssertSucceeded().All();
        Assert.Equal([used, free], volumes.Select(volume => (string)volume.Name));
        Assert.InRange((long)volumes[0].Size, 300_000, 400_000);
        Assert.InRange((long)volumes[1].Size, 0, 10_000);
        Assert.Equal([container], (string[])volumes[0].Users);
        Assert.Empty((string[])volumes[1].Users);

        Assert.Equal([free], host.Invoke("Get-ContainerVolume $p -Unused", ("p", Names.Prefix + "*")).Lines());
        Assert.Empty(host.Invoke("Get-ContainerVolume $n -Unused", ("n", used)).Lines());
        Assert.Matches(@"\b3\d\d(\.\d)?kB\b", string.Join(' ', host.Render("Get-ContainerVolume $n -Size", ("n", used))));
    }

    [Theory, EveryEngine]
    public async Task Sizes_asked_for_at_once_are_all_told(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await DockerAsync(engine, "volume", "create", Names.Next("vol"));

        var hosts = Enumerable.Range(0, 3).Select(_ => Session(engine).BeginInvoke("1..2 | ForEach-Object { Get-ContainerVolume $p -Size }", ("p", Names.Prefix + "*"))).ToList();
        var others = Enumerable.Range(0, 2).Select(_ => engine.CliAsync("system", "df")).ToList();

        foreach (var running in hosts)
        {
            Assert.Equal(2, running.End().AssertSucceeded().All().Count(volume => volume.Size is not null));
            running.Dispose();
        }

        await Task.WhenAll(others);
        Assert.Single(host.Invoke("Get-ContainerVolume $p -Size", ("p", Names.Prefix + "*")).Lines());
    }

    [Theory, EveryEngine]
    public async Task What_if_names_each_with_its_bytes_and_nothing_goes(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next("vol");
        await DockerAsync(engine, "run", "--rm", "-v", name + ":/data", TestImage.Reference, "sh", "-c", "head -c 300000 /dev/zero > /data/zeros");

        var outcome = host.Invoke("Remove-ContainerVolume $p -WhatIf", ("p", Names.Prefix + "*")).AssertSucceeded();

        Assert.Matches($@"^What if: Performing the operation ""Remove-ContainerVolume"" on target ""{name} \(3\d\d(\.\d+)?kB\)""\.$", Assert.Single(outcome.HostLines));
        Assert.Equal([name], host.Invoke("Get-ContainerVolume $p", ("p", Names.Prefix + "*")).Lines());
    }

    [Theory, EveryEngine]
    public async Task Used_one_stays_and_the_others_go(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        string[] names = [Names.Next("vol"), Names.Next("vol"), Names.Next("vol")];
        await DockerAsync(engine, "volume", "create", names[0]);
        await DockerAsync(engine, "volume", "create", names[2]);
        await DockerAsync(engine, "create", "--name", Names.Next(), "-v", names[1] + ":/data", TestImage.Reference);

        var outcome = host.Invoke("Remove-ContainerVolume $n -Confirm:$false", ("n", names));

        var error = outcome.AssertError("StateConflict");
        Assert.Equal(names[1], error.TargetObject);
        Assert.Contains(version == "podman" ? "being used" : "in use", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal([names[1]], host.Invoke("Get-ContainerVolume $p", ("p", Names.Prefix + "*")).Lines());
    }

    [Theory, EveryEngine]
    public async Task Missing_one_is_an_error_unless_forced(string version)
    {
        var (_, host) = await PrepareAsync(version);
        var name = Names.Next("vol");

        Assert.Equal(name, host.Invoke("Get-ContainerVolume $n", ("n", name)).AssertError("VolumeNotFound").TargetObject);
        Assert.Equal("ObjectNotFound", host.Invoke("Remove-ContainerVolume $n -Confirm:$false", ("n", name)).AssertError("VolumeNotFound").CategoryInfo.Category.ToString());
        host.Invoke("Remove-ContainerVolume $n -Force -Confirm:$false", ("n", name)).AssertSucceeded();
        host.Invoke("Get-ContainerVolume $p", ("p", name + "*")).AssertSucceeded();
        host.Invoke("New-ContainerVolume $n -Driver nosuchdriver", ("n", name)).AssertError("InvalidArgument");
        host.Invoke("New-ContainerVolume 'a/b c'").AssertError("InvalidArgument");
    }

    [Theory]
    [EveryEngine("Get-ContainerVolume $n | Remove-Container -Force")]
    [EveryEngine("Get-ContainerVolume $n | ConvertTo-CliXml | ConvertFrom-CliXml | Remove-Container -Force")]
    [EveryEngine("Get-Container $n | Remove-ContainerVolume -Confirm:$false")]
    [EveryEngine("Get-ContainerImage busybox:test | Remove-ContainerVolume -Confirm:$false")]
    public async Task Other_things_are_refused_and_nothing_goes(string version, string script)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next("both");
        await DockerAsync(engine, "volume", "create", name);
        await DockerAsync(engine, "create", "--name", name, TestImage.Reference);

        host.Invoke(script, ("n", name)).AssertError("InputObjectNotBound");

        Assert.Equal([name, name], host.Invoke("Get-ContainerVolume $n; Get-Container $n", ("n", name)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Removal_asks_first(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next("vol");
        await DockerAsync(engine, "volume", "create", name);

        host.Answer("No", "Yes");

        var outcome = host.Invoke("Remove-ContainerVolume $n; (Get-ContainerVolume $n).Name; Remove-ContainerVolume $n", ("n", name));

        Assert.Equal([name], outcome.Lines());
        Assert.All(outcome.Prompts, prompt => Assert.Contains(name + " (local)", prompt.Message, StringComparison.Ordinal));
        Assert.Equal(2, outcome.Prompts.Count);
    }

    [Theory, EveryEngine]
    public async Task Volume_comes_back_from_a_file_as_it_was(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next("vol");
        await DockerAsync(engine, "create", "--name", Names.Next(), "-v", name + ":/data", TestImage.Reference);

        RoundTrip.AssertKept(host, "Get-ContainerVolume $n -Size -Users", ("n", name));
        RoundTrip.AssertKept(host, "New-ContainerVolume $n", ("n", name));
    }
}
