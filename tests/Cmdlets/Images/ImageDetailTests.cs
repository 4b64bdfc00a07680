using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images;

public sealed class ImageDetailTests(SharedEngines engines) : ImageTests(engines)
{
    [Theory, EveryEngine]
    public async Task Detail_has_what_the_engine_says(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("img") + ":1";
        var name = await CreateAsync(engine);
        await DockerAsync(
            engine, "commit", "-a", "Ann", "-m", "for a test", "-c", "ENV A=1", "-c", "ENV B=2", "-c", "EXPOSE 80", "-c", "EXPOSE 53/udp", "-c", "VOLUME /data", "-c", "WORKDIR /srv", "-c", "USER 7", "-c", "ENTRYPOINT [\"sh\"]", "-c", "LABEL own=mine", name, image);
        var told = await engine.Http.GetAsync($"/images/{image}/json");

        var detail = host.Invoke("Get-ContainerImage $i | Get-ContainerImageDetail", ("i", image)).One();

        Assert.Equal((told.GetProperty("Id").GetString(), image, engine.Host), ((string)detail.ImageId, (string)detail.Name, (string)detail.Engine));
        Assert.Equal(("Ann", "for a test", "7", "/srv", "linux"), ((string)detail.Author, (string)detail.Comment, (string)detail.User, (string)detail.WorkingDirectory, (string)detail.Os));
        Assert.Equal(["A=1", "B=2"], ((string[])detail.Env).Where(variable => variable.Length == 3));
        Assert.Equal(["53/udp", "80/tcp"], (string[])detail.ExposedPorts);
        Assert.Equal(["/data"], (string[])detail.Volumes);
        Assert.Equal(["sh"], (string[])detail.Entrypoint);
        Assert.Equal("mine", ((IReadOnlyDictionary<string, string>)detail.Labels)["own"]);
        Assert.Equal(told.GetProperty("Size").GetInt64(), (long)detail.Size);
        Assert.Equal(told.GetProperty("RootFS").GetProperty("Layers").GetArrayLength(), ((string[])detail.Layers).Length);
        Assert.Equal("Ann", host.Invoke("(Get-ContainerImageDetail $i).Raw.Author", ("i", image)).Lines().Single());
        Assert.Contains("linux", host.Render("Get-ContainerImageDetail $i", ("i", image)).Single(line => line.StartsWith("Os ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory, EveryEngine, PodmanDiffers("`Get-ContainerImageHistory`")]
    public async Task History_lists_steps_from_the_last(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("img") + ":1";
        var id = await MakeAsync(engine, image, bytes: 50_000);

        var steps = host.Invoke("Get-ContainerImageHistory $i", ("i", image)).AssertSucceeded().All();

        Assert.Equal((image, id, 50_000L), ((string)steps[0].Image, (string)steps[0].ImageId, (long)steps[0].Size));
        Assert.Contains("head -c 50000", (string)steps[0].CreatedBy, StringComparison.Ordinal);
        Assert.Equal([image], (string[])steps[0].Tags);
        Assert.Equal((await engine.Http.GetAsync($"/images/{image}/history")).GetArrayLength(), steps.Count);
        Assert.Contains("50kB", string.Join('\n', host.Render("Get-ContainerImageHistory $i", ("i", image))), StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Unknown_images_are_errors_in_their_place(string version)
    {
        var (_, host) = await PrepareAsync(version);

        foreach (var cmdlet in (string[])["Get-ContainerImageDetail", "Get-ContainerImageHistory", "Remove-ContainerImage"])
        {
            Assert.Equal("nowhere:1", host.Invoke($"{cmdlet} nowhere:1").AssertError("ImageNotFound").TargetObject);
            Assert.Empty(host.Invoke($"{cmdlet} nowhere-*").AssertSucceeded().Output);
        }

        Assert.Contains("lowercase", host.Invoke("Add-ContainerImageTag busybox:test 'Big:1'").AllErrors.Single().Exception.Message, StringComparison.Ordinal);
        host.Invoke("Add-ContainerImageTag nowhere:1 else:1").AssertError("ImageNotFound");
    }

    [Theory, EveryEngine]
    public async Task Tags_are_added_and_shown(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        var id = await MakeAsync(engine, repository + ":1");

        Assert.Contains($"Tag as {repository}:2", host.Invoke("Add-ContainerImageTag ${r}:1 ${r}:2 -WhatIf", ("r", repository)).HostLines.Single(), StringComparison.Ordinal);
        Assert.Equal(
            [$"{repository}:2", $"{repository}:latest"],
            host.Invoke("Get-ContainerImage ${r}:1 | Add-ContainerImageTag -Tag ${r}:2, $r -PassThru", ("r", repository)).AssertSucceeded().Texts());
        Assert.Equal(Enumerable.Repeat(id, 3), host.Invoke("(Get-ContainerImage $r).ImageId", ("r", repository)).Lines());
        Assert.Empty(host.Invoke("Add-ContainerImageTag $id ${r}:3", ("id", id.Split(':')[1][..12]), ("r", repository)).AssertSucceeded().Output);
    }
}
