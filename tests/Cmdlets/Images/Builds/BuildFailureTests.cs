using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images.Builds;

/// <summary>Builds that fail: each with its id, and with what the user needs to know.</summary>
public sealed class BuildFailureTests(SharedEngines engines) : BuildTests(engines)
{
    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit", PodmanDiffers = "BuildKit")]
    public async Task Failed_step_is_an_error_with_its_exit_code_and_last_lines(string version, string builder)
    {
        var (engine, host) = await PrepareAsync(version);

        var outcome = host.Invoke(
            $"New-ContainerImage -Dockerfile 'FROM busybox:test', 'RUN echo fine', 'RUN for i in $(seq 30); do echo line $i; done; exit 7' -Tag $name -ForceRm -NoCache -Builder {builder}",
            ("name", Names.Next("img")));

        var error = outcome.AssertError("BuildFailed");
        Assert.Empty(outcome.Output);
        dynamic failure = error.Exception;
        Assert.Equal(7, (int)failure.ExitCode);
        Assert.Equal(7, (int)failure.BuildStep.ExitCode);
        Assert.Contains("RUN for i in", (string)failure.BuildStep.Name, StringComparison.Ordinal);
        var lines = ((System.Collections.Generic.IReadOnlyList<string>)failure.BuildStep.LastLines).ToList();
        Assert.Equal(20, lines.Count);
        Assert.Equal("line 30", lines[^1]);
        Assert.Contains("line 30", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("InvalidResult", error.CategoryInfo.Category.ToString());
        await AssertNothingMadeAsync(engine);
    }

    [Theory]
    [EveryEngine("Classic", "'FROM busybox:test', 'FETCH x'", "InvalidDockerfile")]
    [EveryEngine("BuildKit", "'FROM busybox:test', 'FETCH x'", "InvalidDockerfile", PodmanDiffers = "BuildKit")]
    [EveryEngine("Classic", "'# nothing'", "InvalidDockerfile")]
    [EveryEngine("BuildKit", "'# nothing'", "InvalidDockerfile", PodmanDiffers = "BuildKit")]
    [EveryEngine("Classic", "'FROM 127.0.0.1:1/no/such:1'", "PullFailed")]
    [EveryEngine("BuildKit", "'FROM 127.0.0.1:1/no/such:1'", "PullFailed", PodmanDiffers = "BuildKit")]
    [EveryEngine("Classic", "'FROM busybox:test', 'COPY nothing /x'", "BuildFailed")]
    [EveryEngine("BuildKit", "'FROM busybox:test', 'COPY nothing /x'", "BuildFailed", PodmanDiffers = "BuildKit")]
    [EveryEngine("Classic", "'FROM busybox:test' -Target none", "InvalidArgument")]
    [EveryEngine("BuildKit", "'FROM busybox:test' -Target none", "InvalidArgument", PodmanDiffers = "BuildKit")]
    [EveryEngine("Classic", "'FROM busybox:test' -Secret id=x", "BuildSessionNeeded")]
    [EveryEngine("BuildKit", "'FROM busybox:test' -Ssh default", "BuildSessionNeeded", PodmanDiffers = "BuildKit")]
    [EveryEngine("BuildKit", "'FROM busybox:test' -Memory 100m", "InvalidArgument", PodmanDiffers = "BuildKit")]
    [EveryEngine("BuildKit", "'FROM busybox:test' -File x", "InvalidArgument", PodmanDiffers = "BuildKit")]
    public async Task What_can_not_be_built_has_its_id(string version, string builder, string dockerfile, string id)
    {
        var (engine, host) = await PrepareAsync(version);

        var outcome = host.Invoke($"New-ContainerImage -Builder {builder} -Tag $name -Dockerfile {dockerfile}", ("name", Names.Next("img")));

        outcome.AssertError(id);
        Assert.Empty(outcome.Output);
        await AssertNothingMadeAsync(engine);
    }

    [Theory, EveryEngine, PodmanDiffers("BuildKit")]
    public async Task What_only_BuildKit_knows_is_refused_before_anything_is_sent(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        string[] dockerfiles =
        [
            "FROM busybox:test\nRUN --mount=type=tmpfs,target=/t echo mounted >/said",
            "FROM busybox:test\nRUN <<EOF\necho in a document >/said\nEOF",
            "FROM busybox:test\nCOPY --link <<EOF /said\nlinked\nEOF",
            "FROM busybox:test\nRUN true\nCOPY --chmod=600 Dockerfile /said",
        ];
        foreach (var dockerfile in dockerfiles)
        {
            var name = Names.Next("img");
            var refused = host.Invoke("New-ContainerImage -Dockerfile $text -Tag $name -Builder Classic -Engine $proxy", ("text", dockerfile), ("name", name), ("proxy", proxy.Host)).AssertError("InvalidDockerfile");
            Assert.Matches("line [23]: (RUN|COPY) ", refused.Exception.Message);
        }

        host.Invoke("New-ContainerImage -Dockerfile '# syntax=docker/dockerfile:1', 'FROM busybox:test' -Builder Classic -Engine $proxy", ("proxy", proxy.Host)).AssertError("InvalidDockerfile");
        Assert.DoesNotContain(proxy.Requests, request => request.Contains("/build", StringComparison.Ordinal));

        // The BuildKit of 20.10 has no here-documents of its own, and takes their lines for instructions.
        if (version == "20.10")
        {
            host.Invoke("New-ContainerImage -Dockerfile $text -Builder BuildKit", ("text", dockerfiles[1])).AssertError("InvalidDockerfile");
        }

        string[] said = version == "20.10" ? ["mounted"] : ["mounted", "in a document"];
        foreach (var (dockerfile, words) in dockerfiles.Zip(said))
        {
            var built = Names.Next("img");
            host.Invoke("New-ContainerImage -Dockerfile $text -Tag $name -Builder BuildKit", ("text", dockerfile), ("name", built)).AssertSucceeded();
            Assert.Equal(words, await OutputAsync(engine, built, "cat", "/said"));
        }
    }

    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit", PodmanDiffers = "BuildKit")]
    public async Task Answer_that_breaks_off_is_an_error(string version, string builder)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var name = Names.Next("img");
        foreach (var bytes in (long[])[0, 250, 700])
        {
            proxy.Cut("^POST .*/build", bytes, times: 1);

            var outcome = host.Invoke(
                $"New-ContainerImage -Dockerfile 'FROM busybox:test', 'RUN seq 1000' -NoCache -ForceRm -Tag $name -Builder {builder} -Engine $proxy", ("name", name), ("proxy", proxy.Host));

            outcome.AssertError("ConnectionLost");
            Assert.Empty(outcome.Output);
        }
    }

    [Theory, EveryEngine]
    public async Task Contexts_and_files_that_are_not_there_are_named(string version)
    {
        var (_, host) = await PrepareAsync(version);
        if (version == "podman")
        {
            host.Invoke("New-ContainerImage -Dockerfile 'FROM busybox:test' -Builder BuildKit").AssertError("NotSupportedByEngine");
            host.Invoke("Clear-DockerBuildCache -Confirm:$false").AssertError("NotSupportedByEngine");
        }

        var text = Folder.Write("text", "FROM busybox:test");
        var empty = Folder.Write("empty/x", "");

        Assert.Contains("nowhere", host.Invoke("New-ContainerImage $p", ("p", Folder.Path + "/nowhere")).AssertError("InvalidArgument").Exception.Message, StringComparison.Ordinal);
        Assert.Contains("neither a folder nor a tar archive", host.Invoke("New-ContainerImage $p", ("p", text)).AssertError("InvalidArgument").Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Dockerfile", host.Invoke("New-ContainerImage $p", ("p", System.IO.Path.GetDirectoryName(empty))).AssertError("InvalidDockerfile").Exception.Message, StringComparison.Ordinal);
        Folder.Write("bad/Dockerfile", "FROM busybox:test");
        Folder.Write("bad/.dockerignore", "a[b");
        Assert.Contains("a[b", host.Invoke("New-ContainerImage $p", ("p", Folder.Path + "/bad")).AssertError("InvalidArgument").Exception.Message, StringComparison.Ordinal);
    }
}
