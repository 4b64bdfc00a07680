using System;
using System.Collections.Specialized;
using System.IO;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

[PodmanDiffers("`Update-Container` and `ConvertTo-ContainerCommand`")]
public sealed class ConvertToContainerCommandTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Line_has_only_what_the_container_was_given(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("image");
        await DockerAsync(
            engine,
            [
                "commit", "-c", "ENV FROM=image", "-c", "LABEL kind=image", "-c", "EXPOSE 80", "-c", "VOLUME /data", "-c", "USER 1000", "-c", "WORKDIR /tmp",
                "-c", "HEALTHCHECK --interval=7s --retries=2 CMD test -d /data", "-c", "ENTRYPOINT [\"sh\", \"-c\"]", "-c", "CMD [\"sleep 600\"]", await CreateAsync(engine, "true"), image,
            ]);
        var (plain, changed) = (Names.Next(), Names.Next());
        await DockerAsync(engine, "run", "-d", "--name", plain, image);
        await DockerAsync(
            engine,
            "run", "-d", "--name", changed, "-e", "FROM=me", "-e", "A=x y", "-l", "kind=image", "-l", "mine", "--user", "0", "--health-retries", "5", "-p", "127.0.0.1::80", "-m", "64m", "--rm", image, "sleep 600 # it's over");

        Assert.Equal([$"docker run --detach --name {plain} {image}"], host.Invoke("ConvertTo-ContainerCommand $n", ("n", plain)).AssertSucceeded().Texts());
        Assert.Equal([$"Start-Container -Image {image} -Name {plain}"], host.Invoke("ConvertTo-ContainerCommand $n -DockerPS", ("n", plain)).AssertSucceeded().Texts());
        Assert.Equal(
            [$"docker run --detach --name {changed} --rm --publish 127.0.0.1::80 --env 'A=x y' --env FROM=me --label mine --user 0 --memory 64m --health-retries 5 {image} 'sleep 600 # it'\\''s over'"],
            host.Invoke("Get-Container $n | ConvertTo-ContainerCommand", ("n", changed)).AssertSucceeded().Texts());
        Assert.Equal(
            [$"Start-Container -Image {image} -Name {changed} -Rm -Publish '127.0.0.1::80' -Env 'A=x y', FROM=me -Label mine -User '0' -Memory '64m' -HealthRetries 5 -Command 'sleep 600 # it''s over'"],
            host.Invoke("ConvertTo-ContainerCommand $n -DockerPS", ("n", changed)).AssertSucceeded().Texts());
    }

    [Theory, EveryEngine]
    public async Task Networks_are_kept_and_not_what_the_engine_made_up(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (net, other) = (Names.Next("net"), Names.Next("net"));
        await DockerAsync(engine, "network", "create", "--subnet", "10.233.7.0/24", net);
        await DockerAsync(engine, "network", "create", other);
        var name = await RunWithAsync(engine, ["--network", net, "--network-alias", "web", "--ip", "10.233.7.9", "-v", "/data"]);
        await DockerAsync(engine, "network", "connect", "--alias", "db", other, name);
        var mixed = await RunAsync(engine);
        await DockerAsync(engine, "network", "connect", net, mixed);
        var ended = await RunWithAsync(engine, ["--network", other], "true");
        await DockerAsync(engine, "wait", ended);

        var outcome = host.Invoke("$names | ConvertTo-ContainerCommand", ("names", new[] { name, mixed, ended })).AssertSucceeded();

        Assert.Equal(
            [
                $"docker run --detach --name {name} --network {net} --network name={other},alias=db --network-alias web --ip 10.233.7.9 --volume /data --stop-signal KILL busybox:test sleep 600",
                $"docker run --detach --name {mixed} --network bridge --stop-signal KILL busybox:test sleep 600",
                $"docker run --detach --name {ended} --network {other} --stop-signal KILL busybox:test true",
            ],
            outcome.Texts());
        Assert.Contains($"Connect the new container to {net} too", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Each_option_stands_in_a_line_of_its_own_and_such_lines_are_read_again(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();
        await DockerAsync(engine, "create", "--name", name, "-it", "-e", "A=one\ntwo", "--tmpfs", "/run", TestImage.Reference, "sh", "-c", "echo $HOME");

        var lines = host.Invoke("ConvertTo-ContainerCommand $n -Wrap; ConvertTo-ContainerCommand $n -Wrap -DockerPS", ("n", name)).AssertSucceeded().Texts();

        Assert.Equal(
            [
                $"docker run \\\n    --name {name} \\\n    --interactive \\\n    --tty \\\n    --tmpfs /run \\\n    --env 'A=one\ntwo' \\\n    busybox:test sh -c 'echo $HOME'",
                $"New-Container -Image busybox:test `\n    -Name {name} `\n    -Interactive `\n    -Tty `\n    -Tmpfs /run `\n    -Env 'A=one\ntwo' `\n    -Command sh, '-c', 'echo $HOME'",
            ],
            lines);
        var table = host.Invoke("ConvertFrom-ContainerCommand $line", ("line", lines[0])).Single<OrderedDictionary>();
        Assert.Equal(["sh", "-c", "echo $HOME"], (string[])table["Command"]!);
        Assert.Equal(["A=one\ntwo"], (string[])table["Env"]!);
    }

    [Theory, EveryEngine]
    public async Task What_a_line_can_not_say_is_a_warning(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = Names.Next();
        var profile = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(profile, "{ \"defaultAction\": \"SCMP_ACT_ALLOW\" }");
            await DockerAsync(engine, "create", "--name", name, "--security-opt", "seccomp=" + profile, TestImage.Reference);
        }
        finally
        {
            File.Delete(profile);
        }

        var docker = host.Invoke("ConvertTo-ContainerCommand $n", ("n", name)).AssertSucceeded();
        Assert.Contains("seccomp=profile.json", docker.Texts()[0], StringComparison.Ordinal);
        Assert.Contains("seccomp profile", Assert.Single(docker.Warnings), StringComparison.Ordinal);
        var own = host.Invoke("ConvertTo-ContainerCommand $n -DockerPS", ("n", name)).AssertSucceeded();
        Assert.Contains("-SecurityOpt 'seccomp={\"defaultAction\":\"SCMP_ACT_ALLOW\"}'", own.Texts()[0], StringComparison.Ordinal);
        Assert.Empty(own.Warnings);

        host.Invoke("ConvertTo-ContainerCommand none-of-these").AssertError("ContainerNotFound");
        Assert.Equal(2, host.Invoke("$n, 'none-of-these', $n | ConvertTo-ContainerCommand", ("n", name)).Output.Count);
    }
}
