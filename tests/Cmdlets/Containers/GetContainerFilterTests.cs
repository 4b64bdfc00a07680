using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class GetContainerFilterTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Labels_states_and_exit_codes(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await MakeAsync("create", "plain", "-l", "tier=front");
        await MakeAsync("run", "good", "-l", "tier=front", "-l", "blue=", "--", "true");
        await MakeAsync("run", "bad", "-l", "tier=back", "--", "sh", "-c", "exit 3");
        await MakeAsync("run", "up", "-l", "tier=back", "-l", "blue=", "--", "sleep", "600");
        await MakeAsync("run", "still", "--", "sleep", "600");
        await DockerAsync(engine, "pause", Names.Prefix + "-still");
        await DockerAsync(engine, "wait", Names.Prefix + "-good", Names.Prefix + "-bad");

        Assert.Equal("bad good plain still up", Found("-All"));
        Assert.Equal("good plain", Found("-All -Label tier=front"));
        Assert.Equal("good up", Found("-All -Label blue"));
        Assert.Equal("good", Found("-All -Label tier=front, blue="));
        Assert.Equal("good", Found("-All -Label @{ tier = 'front'; blue = '' }"));
        Assert.Equal("up", Found("-Label tier=back"));
        Assert.Equal("plain", Found("-State Created"));
        Assert.Equal("bad good", Found("-Status Exited"));
        Assert.Equal("bad good still", Found("-State Exited, Paused"));
        Assert.Equal("up", Found("-State Running -Label blue"));
        Assert.Equal("bad", Found("-ExitCode 3"));
        Assert.Equal("bad good", Found("-ExitCode 3, 0 -State Exited"));
        Assert.Equal("", Found("-ExitCode 77"));
        // With a name the filters go on counting, and what they leave out is no error.
        Assert.Equal("", Found($"{Names.Prefix}-up -State Exited"));
        Assert.Equal("up", Found($"{Names.Prefix}-* -State Running"));
        var wrong = host.Invoke("Get-Container -State Sleeping").AssertError("CannotConvertArgumentNoMessage");
        Assert.Contains("Created, Running, Paused", wrong.Exception.Message, StringComparison.Ordinal);

        string Found(string parameters) => FoundBy(host, parameters);

        async Task MakeAsync(string verb, string name, params string[] rest)
        {
            var split = Array.IndexOf(rest, "--");
            var (options, command) = split < 0 ? (rest, []) : (rest[..split], rest[(split + 1)..]);
            string[] detach = verb == "run" ? ["-d"] : [];
            await DockerAsync(engine, [verb, .. detach, "--name", Names.Prefix + "-" + name, "-l", Names.Prefix, .. options, TestImage.Reference, .. command]);
        }
    }

    [Theory, EveryEngine]
    public async Task Images_networks_and_volumes(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (image, network, volume) = await MakeImageNetworkAndVolumeAsync(engine);

        Assert.Equal("derived", FoundBy(host, "-All -Ancestor " + image));
        Assert.Contains("inner", FoundBy(host, "-All -Image " + TestImage.Reference), StringComparison.Ordinal);
        Assert.Equal("inner", FoundBy(host, "-All -Network " + network));
        Assert.Equal("inner", FoundBy(host, "-All -Volume " + volume));
    }

    [Theory, EveryEngine, PodmanDiffers("`-Ancestor` and `-Volume` of `Get-Container`")]
    public async Task Images_made_of_an_image_and_folders_in_containers(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await MakeImageNetworkAndVolumeAsync(engine);

        Assert.Equal("derived inner", FoundBy(host, "-All -Image " + TestImage.Reference));
        Assert.Equal("derived inner", FoundBy(host, "-All -Volume /data"));
    }

    [Theory, EveryEngine, PodmanDiffers("`-Publish` and `-Expose` of `Get-Container`")]
    public async Task Ports(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (first, last) = (TestRegistry.FreePort(), TestRegistry.FreePort());
        await MakeAsync(engine, "web", TestImage.Reference, "-p", $"{first}:80", "-p", $"{last}:53/udp");
        await MakeAsync(engine, "inner", TestImage.Reference, "--expose", "9000");

        Assert.Equal("web", FoundBy(host, $"-All -Publish {first}"));
        Assert.Equal("web", FoundBy(host, $"-All -Publish {last}/udp"));
        Assert.Equal("web", FoundBy(host, $"-All -Publish 1, {first - 1}-{first + 1}"));
        Assert.Equal("", FoundBy(host, $"-All -Publish {last}/tcp"));
        Assert.Equal("", FoundBy(host, "-All -Publish 80"));
        Assert.Equal("web", FoundBy(host, "-All -Expose 80"));
        Assert.Equal("inner web", FoundBy(host, "-All -Expose 9000, 53/udp"));
        Assert.Equal("inner", FoundBy(host, "-All -Expose 8999-9001/tcp"));
    }

    [Theory, EveryEngine]
    public async Task Created_before_and_since_another(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        foreach (var name in (string[])["one", "two", "three"])
        {
            await DockerAsync(engine, "create", "--name", Names.Prefix + "-" + name, "-l", Names.Prefix, TestImage.Reference);
        }

        Assert.Equal("one", FoundBy(host, $"-All -Before {Names.Prefix}-two"));
        Assert.Equal("three", FoundBy(host, $"-All -Since {Names.Prefix}-two"));
        Assert.Equal("two", FoundBy(host, $"-All -Since {Names.Prefix}-one -Before (Get-Container {Names.Prefix}-three)"));
        host.Invoke($"Get-Container -All -Since {Names.Prefix}-none").AssertError("ContainerNotFound");
    }

    [Theory, EveryEngine, PodmanDiffers("health checks")]
    public async Task Health(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await MakeAsync("well", "--health-cmd", "true", "--health-interval", "100ms");
        await MakeAsync("ill", "--health-cmd", "false", "--health-interval", "100ms", "--health-retries", "1");
        await MakeAsync("waits", "--health-cmd", "true", "--health-interval", "1h");
        await MakeAsync("none");
        host.Invoke($"Wait-Container {Names.Prefix}-well -Condition Healthy -Timeout 30").AssertSucceeded();
        // No cmdlet waits for this; the engine tells soon.
        host.Invoke($"while (-not (Get-Container {Names.Prefix}-ill -Health Unhealthy)) {{ Start-Sleep -Milliseconds 50 }}").AssertSucceeded();

        Assert.Equal("well", FoundBy(host, "-Health Healthy"));
        Assert.Equal("ill", FoundBy(host, "-Health Unhealthy"));
        Assert.Equal("waits", FoundBy(host, "-Health Starting"));
        Assert.Equal("none", FoundBy(host, "-Health None"));
        Assert.Equal("ill well", FoundBy(host, "-Health Healthy, Unhealthy"));
        Assert.Equal(
            ["Healthy", "Unhealthy", "Starting", "None"],
            host.Invoke($"foreach ($n in 'well', 'ill', 'waits', 'none') {{ (Get-Container {Names.Prefix}-$n).Health }}").Lines());

        Task<string> MakeAsync(string name, params string[] options) =>
            DockerAsync(engine, ["run", "-d", "--name", Names.Prefix + "-" + name, "-l", Names.Prefix, .. options, TestImage.Reference, "sleep", "600"]);
    }

    // One container of the test image, and one of an image that was made of it.
    private async Task<(string Image, string Network, string Volume)> MakeImageNetworkAndVolumeAsync(TestEngine engine)
    {
        var (image, network, volume) = (Names.Next("img") + ":1", Names.Next("net"), Names.Next("vol"));
        await DockerAsync(engine, "network", "create", network);
        await MakeAsync(engine, "inner", TestImage.Reference, "--network", network, "-v", volume + ":/data");
        await DockerAsync(engine, "commit", Names.Prefix + "-inner", image);
        await MakeAsync(engine, "derived", image, "-v", "/tmp:/data");
        return (image, network, volume);
    }

    private Task<string> MakeAsync(TestEngine engine, string name, string from, params string[] options) =>
        DockerAsync(engine, ["run", "-d", "--stop-signal", "KILL", "--name", Names.Prefix + "-" + name, "-l", Names.Prefix, .. options, from, "sleep", "600"]);

    // The names without their prefix, in alphabetical order.
    private string FoundBy(PowerShellHost host, string parameters) => string.Join(
        ' ',
        host.Invoke($"Get-Container {parameters}").AssertSucceeded().All()
            .Where(container => ((IReadOnlyDictionary<string, string>)container.Labels).ContainsKey(Names.Prefix))
            .Select(container => ((string)container.Name)[(Names.Prefix.Length + 1)..])
            .Order(StringComparer.Ordinal));
}
