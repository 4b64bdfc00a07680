using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Containers.Differential;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

/// <summary>Every option of <c>docker create</c>, against the engine's own docker command.</summary>
[Collection(OptionLineTests.Lines)]
public sealed class CreateOptionsTests(SharedEngines engines) : OptionLineTests(engines)
{
    [Theory, EveryEngine]
    public async Task Each_line_makes_the_container_that_docker_makes(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var lines = await LinesAsync(engine, TakenLines.All);
        Assert.True(TakenLines.All.Count >= 120, "A differential test of a few lines says little.");
        var theirs = await CreateByDockerAsync(engine, lines);

        var (differences, refused) = (new List<string>(), 0);
        foreach (var (line, (name, said)) in lines.Zip(theirs))
        {
            var own = Names.Next("ours");
            var outcome = host.Invoke($"New-Container -Image {TestImage.Reference} -Name {own} {line.PowerShell} -Command sleep, 600");
            if (said.Length > 0 && version == "podman")
            {
                // What Podman, or the docker command with it, does not take is no measure.
                refused++;
                continue;
            }

            if (said.Length > 0 || outcome.AllErrors.Any())
            {
                differences.Add($"{line}\n  docker: {(said.Length > 0 ? said : "taken")}\n  DockerPS: {outcome}");
                continue;
            }

            var expected = InspectionText.Lines(await InspectAsync(engine, name), name);
            var actual = InspectionText.Lines(await InspectAsync(engine, own), own);
            if (!expected.SequenceEqual(actual))
            {
                differences.Add($"{line}\n  docker only: {string.Join("\n    ", expected.Except(actual))}\n  DockerPS only: {string.Join("\n    ", actual.Except(expected))}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {lines.Count} lines differ:\n{string.Join('\n', differences)}");
        Assert.InRange(refused, 0, lines.Count / 4);
    }

    [Theory, EveryEngine]
    public async Task Each_line_that_docker_refuses_is_refused(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var lines = await LinesAsync(engine, RefusedLines.All);
        Assert.True(RefusedLines.All.Count >= 40, "A differential test of a few lines says little.");
        var theirs = await CreateByDockerAsync(engine, lines);

        var (differences, taken) = (new List<string>(), 0);
        foreach (var (line, (_, said)) in lines.Zip(theirs))
        {
            var own = Names.Next("ours");
            var outcome = host.Invoke($"New-Container -Image {TestImage.Reference} -Name {own} {line.PowerShell} -Command sleep, 600");
            var error = outcome.AllErrors.Count() == 1 ? outcome.AllErrors.Single() : null;
            if (said.Length == 0 && version == "podman")
            {
                // Podman takes more than Docker.
                taken++;
                continue;
            }

            if (said.Length == 0 || error is null || error.Exception.Message.Length == 0)
            {
                differences.Add($"{line}\n  docker: {(said.Length > 0 ? said : "taken")}\n  DockerPS: {outcome}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {lines.Count} lines differ:\n{string.Join('\n', differences)}");
        Assert.InRange(taken, 0, lines.Count / 2);
        if (version != "podman")
        {
            Assert.Empty((await EngineSweep.FindAsync(engine, Names.Prefix + "-ours")).Select(left => left.Name));
        }
    }

    [Theory]
    [EveryEngine("-Annotation a=b", "1.43")]
    [EveryEngine("-HealthCmd true -HealthStartInterval 1s", "1.44")]
    [EveryEngine("-Network 'name=bridge,mac-address=92:d0:c6:0a:29:33'", "1.44")]
    [EveryEngine("-Mount 'type=bind,src=/tmp,dst=/b,ro,bind-recursive=readonly,bind-propagation=rprivate'", "1.44")]
    [EveryEngine("-Mount 'type=volume,src=v,dst=/b,volume-subpath=x'", "1.45")]
    [EveryEngine("-Mount 'type=image,src=busybox:test,dst=/b'", "1.48")]
    [EveryEngine("-Network 'name=bridge,gw-priority=1'", "1.48")]
    public async Task What_the_engines_version_lacks_is_said_and_not_dropped(string version, string parameters, string needed)
    {
        var (engine, host) = await PrepareAsync(version);
        if (Version.Parse(engine.Version.ApiVersion) >= Version.Parse(needed))
        {
            return;
        }

        var error = host.Invoke($"New-Container busybox:test -Name $n {parameters}", ("n", Names.Next())).AssertError("NotSupportedByEngine");
        Assert.Contains($"needs API version {needed}", error.Exception.Message, StringComparison.Ordinal);
        await AssertNothingMadeAsync(engine);
    }

    [Theory]
    [InlineData("-Rm -Restart always", "-Rm and -Restart exclude each other")]
    [InlineData("-NoHealthcheck -HealthCmd true", "-NoHealthcheck")]
    [InlineData("-LogDriver none -LogOpt a=b", "the log driver none takes no options")]
    [InlineData("-StorageOpt size", "'size' has no value")]
    [InlineData("-Network front, host", "host does not go with networks that users made")]
    [InlineData("-Network front, front", "front is given twice")]
    [InlineData("-NetworkAlias web", "the default one does not")]
    [InlineData("-Network 'name=front,ip=10.0.0.5' -Ip 10.0.0.6", "-Ip and ip= of the first -Network exclude each other")]
    [InlineData("-Network 'name=front,mac-address=92:d0:c6:0a:29:33' -MacAddress 92:d0:c6:0a:29:34", "-MacAddress and mac-address=")]
    [InlineData("-Platform a/b/c/d", "os/arch[/variant]")]
    [InlineData("-SecurityOpt seccomp=/none/such.json", "/none/such.json")]
    [InlineData("-CidFile id -Name a1, a2", "one container")]
    public void What_excludes_each_other_is_refused_before_an_engine_is_asked(string parameters, string words)
    {
        var error = Session().Invoke($"New-Container busybox:test -Engine unix:///none/such.sock {parameters}").AssertError("InvalidArgument");
        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Id_is_written_to_a_file_that_was_not_there(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var file = Path.Combine(Folder, "id");

        var made = host.Invoke("New-Container busybox:test -Name $n -CidFile $f", ("n", Names.Next()), ("f", file)).One();
        Assert.Equal((string)made.ContainerId, await File.ReadAllTextAsync(file));

        var taken = host.Invoke("New-Container busybox:test -Name $n -CidFile $f", ("n", Names.Next()), ("f", file)).AssertError("InvalidArgument");
        Assert.Contains("is there already", taken.Exception.Message, StringComparison.Ordinal);
        host.Invoke("New-Container none:such -Pull Never -CidFile $f", ("f", file + "2")).AssertError("ImageNotFound");
        Assert.False(File.Exists(file + "2"));
        host.Invoke("New-Container busybox:test -Name a1, a2 -CidFile $f", ("f", file + "2")).AssertError("InvalidArgument");
    }

    [Theory, EveryEngine]
    public async Task Engines_own_socket_is_mounted_on_request(string version)
    {
        var (engine, host) = await PrepareAsync(version);

        var made = host.Invoke("New-Container busybox:test -Name $n -UseApiSocket", ("n", Names.Next())).One();

        var mount = Assert.Single((await InspectAsync(engine, (string)made.Name)).GetProperty("Mounts").EnumerateArray());
        Assert.Equal((engine.SocketPath, "/var/run/docker.sock"), (mount.GetProperty("Source").GetString(), mount.GetProperty("Destination").GetString()));
    }

    [Theory, EveryEngine]
    public async Task Detached_run_attaches_to_nothing(string version)
    {
        var (engine, host) = await PrepareAsync(version);

        var made = host.Invoke("Start-Container -Image busybox:test -Name $n -Interactive -StopSignal KILL -Command sleep, 600", ("n", Names.Next())).One();

        var config = (await InspectAsync(engine, (string)made.Name)).GetProperty("Config");
        Assert.All(["AttachStdin", "AttachStdout", "AttachStderr", "StdinOnce"], name => Assert.False(config.GetProperty(name).GetBoolean()));
    }
}
