using System;
using System.IO;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Registries;

/// <summary>Builds on images of a registry that wants a login. BuildKit asks for logins in a session; what it needs is pulled for it before.</summary>
[PodmanDiffers("registries without TLS")]
public sealed class PrivateBaseTests(SharedEngines engines) : RegistryTests(engines)
{
    private string _base = "";
    private TestEngine? _engine;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_engine is not null)
        {
            await _engine.CliAsync("rmi", _base);
        }

        await base.DisposeAsync();
    }

    [Theory]
    [EveryEngine("Classic", true)]
    [EveryEngine("Classic", false)]
    [EveryEngine("BuildKit", true)]
    [EveryEngine("BuildKit", false)]
    public async Task Login_that_is_kept_or_of_the_session_is_shown(string version, string builder, bool isKept)
    {
        var (engine, host) = await PrepareAsync(version);
        await PushBaseAsync(engine, bytes: 1000);
        var server = _base.Split('/')[0];
        host.Invoke($"Connect-DockerRegistry $r $c {(isKept ? "" : "-NoStore")}", ("r", server), ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        Assert.Equal(isKept, File.Exists(ConfigFile));
        var name = Names.Next("img");

        AssertSecretUnseen(host.Invoke($"New-ContainerImage -Dockerfile \"FROM $b\" -Tag $n -Builder {builder} -WhatIf -Verbose -Debug", ("b", _base), ("n", name)).AssertSucceeded());
        var built = host.Invoke(
            $"New-ContainerImage -Dockerfile \"FROM $b\", 'RUN wc -c </own >/said' -Tag $n -Builder {builder} -Verbose -Debug", ("b", _base), ("n", name)).AssertSucceeded();

        AssertSecretUnseen(built);
        Assert.Equal([name + ":latest"], built.Texts());
        Assert.Equal("1000", await DockerAsync(engine, "run", "--rm", name, "cat", "/said"));

        // What is newer in the registry comes with -Pull, and only with it.
        await DockerAsync(engine, "rmi", name);
        await PushBaseAsync(engine, bytes: 2000, keep: true);
        Assert.Equal("1000", await BuiltAsync(""));
        Assert.Equal("2000", await BuiltAsync("-Pull"));

        // Without the login it is as if nobody had ever been there.
        await RemoveBaseAsync(engine);
        host.Invoke("Disconnect-DockerRegistry $r", ("r", server)).AssertSucceeded();
        AssertRefused(host, builder);

        async Task<string> BuiltAsync(string more)
        {
            host.Invoke($"New-ContainerImage -Dockerfile \"FROM $b\", 'RUN wc -c </own >/said' -Tag $n -Builder {builder} {more}", ("b", _base), ("n", name)).AssertSucceeded();
            var said = await DockerAsync(engine, "run", "--rm", name, "cat", "/said");
            await DockerAsync(engine, "rmi", name);
            return said;
        }
    }

    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit")]
    public async Task Nobody_and_who_is_wrong_are_refused_and_a_base_that_is_missing_is_said(string version, string builder)
    {
        var (engine, host) = await PrepareAsync(version);
        await PushBaseAsync(engine, bytes: 1);
        var server = _base.Split('/')[0];

        AssertRefused(host, builder);

        var wrong = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(TestRegistry.User + ":wr0ng"));
        await File.WriteAllTextAsync(ConfigFile, $$$$"""{"auths":{"{{{{server}}}}":{"auth":"{{{{wrong}}}}"}}}""");
        AssertSecretUnseen(AssertRefused(host, builder), "wr0ng");

        host.Invoke("$null = Connect-DockerRegistry $r $c -NoStore", ("r", server), ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        var missing = host.Invoke($"New-ContainerImage -Dockerfile \"FROM $r/private/none:1\" -Builder {builder} -ForceRm", ("r", server)).AssertError("ImageNotFound");
        Assert.Contains("private/none", missing.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit")]
    public async Task Bases_are_found_behind_arguments_in_stages_and_in_archives(string version, string builder)
    {
        var (engine, host) = await PrepareAsync(version);
        await PushBaseAsync(engine, bytes: 30);
        var server = _base.Split('/')[0];
        host.Invoke("$null = Connect-DockerRegistry $r $c -NoStore", ("r", server), ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        var name = Names.Next("img");
        string[] dockerfiles =
        [
            "ARG WHERE=nowhere.invalid\nARG TAG\nFROM ${WHERE}/private/base:${TAG:-1}\nRUN wc -c </own >/said",
            "FROM busybox:test AS first\nRUN true\nFROM $WHERE/private/base:1 AS second\nFROM busybox:test\nCOPY --from=second /own /own\nRUN wc -c </own >/said".Replace("$WHERE", server, StringComparison.Ordinal),
            $"FROM busybox:test\nCOPY --from={_base} /own /own\nRUN wc -c </own >/said",
            $"FROM busybox:test\nRUN --mount=type=bind,from={_base},target=/m wc -c </m/own >/said",
        ];
        foreach (var dockerfile in builder == "Classic" ? dockerfiles[..3] : dockerfiles)
        {
            var outcome = host.Invoke(
                $"New-ContainerImage -Dockerfile $d -BuildArg @{{ WHERE = $r }} -Tag $n -Builder {builder}", ("d", dockerfile), ("r", server), ("n", name));
            Assert.True(outcome.Errors.Count == 0 && outcome.Exception is null, $"{dockerfile}: {outcome}");
            Assert.Equal("30", await DockerAsync(engine, "run", "--rm", name, "cat", "/said"));
            await DockerAsync(engine, "rmi", name);
            await RemoveBaseAsync(engine);
        }

        var folder = Directory.CreateDirectory(Path.Combine(Folder, "context")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Dockerfile"), $"FROM {_base}\nRUN wc -c </own >/said\n");
        foreach (var kind in (string[])["", "z"])
        {
            await Tool.DemandAsync("tar", [$"-c{kind}f", folder + ".tar", "-C", folder, "."]);
            Assert.Equal([name + ":latest"], host.Invoke($"New-ContainerImage $a -Tag $n -Builder {builder}", ("a", folder + ".tar"), ("n", name)).AssertSucceeded().Texts());
            Assert.Equal("30", await DockerAsync(engine, "run", "--rm", name, "cat", "/said"));
            await DockerAsync(engine, "rmi", name);
            await RemoveBaseAsync(engine);
        }

        // What can't be read here: the classic builder gets all logins, as docker's does, and BuildKit has nobody to ask.
        await Tool.DemandAsync("tar", ["-cJf", folder + ".tar", "-C", folder, "."]);
        var archive = host.Invoke($"New-ContainerImage $a -Tag $n -Builder {builder}", ("a", folder + ".tar"), ("n", name));
        if (builder == "BuildKit")
        {
            Assert.Contains("Install-ContainerImage", archive.AssertError("BuildSessionNeeded").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            host.Invoke("$null = Install-ContainerImage $b", ("b", _base)).AssertSucceeded();
            archive = host.Invoke($"New-ContainerImage $a -Tag $n -Builder {builder}", ("a", folder + ".tar"), ("n", name));
        }

        Assert.Equal([name + ":latest"], archive.AssertSucceeded().Texts());
    }

    [Theory, EveryEngine]
    public async Task Base_of_a_stage_that_is_not_built_is_not_pulled(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await PushBaseAsync(engine, bytes: 1);

        host.Invoke(
            "New-ContainerImage -Dockerfile 'FROM busybox:test AS wanted', \"FROM $b\" -Target wanted -Tag $n -Builder BuildKit", ("b", _base), ("n", Names.Next("img"))).AssertSucceeded();

        // A reader of the Dockerfile is pulled as bases are: this image is none, but it was had.
        AssertRefused(host, "BuildKit", "\"# syntax=$b\", 'FROM busybox:test'");
        host.Invoke("$null = Connect-DockerRegistry $r $c -NoStore", ("r", _base.Split('/')[0]), ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        host.Invoke("New-ContainerImage -Dockerfile \"# syntax=$b\", 'FROM busybox:test' -Builder BuildKit", ("b", _base)).AssertError("BuildFailed");
    }

    private Outcome AssertRefused(PowerShellHost host, string builder, string dockerfile = "\"FROM $b\", 'RUN true'")
    {
        var outcome = host.Invoke($"New-ContainerImage -Dockerfile {dockerfile} -Builder {builder} -Verbose", ("b", _base));
        var error = outcome.AssertError("AccessDenied");
        Assert.Equal("AuthenticationError", error.CategoryInfo.Category.ToString());
        Assert.Contains("Connect-DockerRegistry", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        return outcome;
    }

    // Into a registry with a login, as localhost: the engine has it no more afterwards, but where it is to keep what it had before.
    private async Task PushBaseAsync(TestEngine engine, int bytes, bool keep = false)
    {
        if (_engine is null)
        {
            _engine = engine;
            var registry = await RegistryAsync(login: true);
            _base = registry.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/private/base:1";
        }

        var before = keep ? await DockerAsync(engine, "image", "inspect", "-f", "{{.Id}}", _base) : null;
        await MakeAsync(engine, _base, bytes);
        Session(engine).Invoke(
            "$null = Connect-DockerRegistry $r $c -NoStore; $null = Publish-ContainerImage $b", ("r", _base.Split('/')[0]), ("c", Credential(TestRegistry.Password)), ("b", _base)).AssertSucceeded();
        await DockerAsync(engine, before is null ? ["rmi", _base] : ["tag", before, _base]);
    }

    private async Task RemoveBaseAsync(TestEngine engine)
    {
        // BuildKit copies out of an image without having it as one.
        var removed = await engine.CliAsync("rmi", "-f", _base);
        Assert.True(removed.Succeeded || removed.Error.Contains("No such image", StringComparison.Ordinal), removed.Error);
    }
}
