using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Loading;

/// <summary>
/// The build for .NET Framework on a real engine, loaded by the module's own loader, under Mono: no Windows PowerShell runs here. Mono doesn't
/// hold versions against each other as .NET Framework does; that is what FrameworkClosureTests in tests/Unit are for.
/// </summary>
public sealed class FrameworkBuildTests(SharedEngines engines) : EngineTests(engines)
{
    [Fact]
    public async Task Loader_loads_the_whole_folder_on_first_use_and_not_before()
    {
        var said = await FrameworkDriver.RunAsync("unix:///nowhere/docker.sock", "loading");

        Assert.Equal(BuiltModule.Module, said["before"]);
        Assert.Equal(string.Join(", ", BuiltModule.Engine("net472").Append(BuiltModule.Module).Order(StringComparer.Ordinal)), said["after"]);
        Assert.Equal(said["after"], said["final"]);
        Assert.Equal(("True", "True"), (said["interface"], said["again"]));
        // The driver's own two were there before, one of which answers anything.
        Assert.Equal("DockerPS, DockerPS.Tests.Framework, DockerPS.Tests.Framework", said["resolvers"]);
        Assert.Equal("unix:///nowhere/docker.sock", said["endpoint"]);
    }

    [Theory, EveryEngine]
    public async Task Container_lives_its_whole_life(string version)
    {
        var engine = await EngineAsync(version);

        AssertLifecycle(await FrameworkDriver.RunAsync(engine.Host, "lifecycle", TestImage.Reference, Names.Next()), engine);
    }

    [Fact]
    public async Task The_same_goes_over_tcp()
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.V2010), new TestEngineOptions { TcpPort = 12377 });
        await engine.ImportTestImageAsync();

        AssertLifecycle(await FrameworkDriver.RunAsync("tcp://127.0.0.1:12377", "lifecycle", TestImage.Reference, Names.Next()), engine);
        AssertFollowed(await FrameworkDriver.RunAsync("tcp://127.0.0.1:12377", "follow", TestImage.Reference, Names.Next()));
        AssertHeld(await FrameworkDriver.RunAsync("tcp://127.0.0.1:12377", "process", TestImage.Reference, Names.Next()));
        AssertCanceled(await FrameworkDriver.RunAsync("tcp://127.0.0.1:12377", "cancel", TestImage.Reference, Names.Next()));
    }

    [Theory, EveryEngine]
    public async Task Followed_log_ends_when_it_is_disposed_and_with_the_container(string version)
    {
        var engine = await EngineAsync(version);

        AssertFollowed(await FrameworkDriver.RunAsync(engine.Host, "follow", TestImage.Reference, Names.Next()));
    }

    [Theory, EveryEngine]
    public async Task Outputs_of_processes_outlast_their_input(string version)
    {
        var engine = await EngineAsync(version);

        AssertHeld(await FrameworkDriver.RunAsync(engine.Host, "process", TestImage.Reference, Names.Next()));
    }

    [Theory, EveryEngine]
    public async Task Calls_that_last_end_at_once_when_they_are_canceled(string version)
    {
        var engine = await EngineAsync(version);

        var said = await FrameworkDriver.RunAsync(engine.Host, "cancel", TestImage.Reference, Names.Next());

        AssertCanceled(said);
        Assert.Equal("0", said["sockets"]);
    }

    [Theory, EveryEngine]
    public async Task Failures_have_their_ids(string version)
    {
        var engine = await EngineAsync(version);

        var said = await FrameworkDriver.RunAsync(engine.Host, "failures", TestImage.Reference, Names.Next());

        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["inspect"] = "ContainerNotFound 404",
            ["stop"] = "ContainerNotFound 404",
            ["log"] = "ContainerNotFound 404",
            ["processes"] = "ContainerNotFound 404",
            ["image"] = "ImageNotFound 404",
            ["pull"] = "PullFailed 500",
            ["name"] = "NameConflict 409",
            ["kill"] = "StateConflict 409",
            ["canceled"] = "OperationCanceledException",
            ["no socket"] = "EngineUnreachable",
            ["no port"] = "EngineUnreachable",
            ["no address"] = "InvalidEndpoint",
        };
        Assert.Equal(Told(expected), Told(said));

        // Podman's statuses are others.
        SortedDictionary<string, string> Told(IReadOnlyDictionary<string, string> ids) =>
            new(ids.ToDictionary(id => id.Key, id => version == "podman" ? id.Value.Split(' ')[0] : id.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static void AssertLifecycle(IReadOnlyDictionary<string, string> said, TestEngine engine)
    {
        Assert.Equal(engine.Version.ApiVersion, said["api"]);
        Assert.StartsWith(engine.Version == EngineVersion.Podman ? "Libpod/" : $"Docker/{engine.Version}.", said["server"], StringComparison.Ordinal);
        Assert.Equal("True", said["image"]);
        Assert.Equal(("Created", "Running", "Exited", "0"), (said["created"], said["running"], said["stopped"], said["removed"]));
        Assert.Equal(("True", "sh", "67108864", "127.0.0.1"), (said["id"], said["process"], said["memory"], said["published"]));
        Assert.Equal("to out größte|40004 end", said["StdOut"]);
        Assert.Equal("to err", said["StdErr"]);
        Assert.Equal("True", said["fresh"]);
        Assert.Equal("to out größte|40004 end", said["raw"]);
        Assert.Equal(("3", "3"), (said["watched"], said["waited"]));
    }

    private static void AssertFollowed(IReadOnlyDictionary<string, string> said)
    {
        Assert.Equal(("first", "True"), (said["first"], said["blocked"]));
        Assert.Equal(("OperationCanceledException", "True"), (said["disposed"], said["at once"]));
        Assert.Equal("first|last", said["lines"]);
    }

    private static void AssertHeld(IReadOnlyDictionary<string, string> said)
    {
        Assert.Equal(("7", "StdErr over", "all"), (said["exec exit"], said["exec"], said["bytes"]));
        Assert.Equal(("4", "begun|got wörd"), (said["attach exit"], said["attach"]));
        Assert.Equal(("OperationCanceledException", "True"), (said["disposed"], said["at once"]));
    }

    private static void AssertCanceled(IReadOnlyDictionary<string, string> said)
    {
        Assert.Equal(["measure", "sockets", "stop", "wait", "watch"], said.Keys.Order(StringComparer.Ordinal));
        Assert.All(said.Where(line => line.Key != "sockets"), call => Assert.Equal("Canceled at once", call.Value));
    }
}
