using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class ConvertToContainerImageTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Image_holds_the_files_and_the_changed_settings(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "echo kept > /made");
        var tag = Names.Next("img") + ":1";

        var image = host.Invoke(
            "ConvertTo-ContainerImage $n $tag -Author 'Ada <ada@example.com>' -Message 'what was done' -Change 'CMD [\"cat\", \"/made\"]', 'ENV A=\"b c\"', 'LABEL own=mine'",
            ("n", name), ("tag", tag)).One();

        var told = await engine.Http.GetAsync($"/images/{tag}/json");
        Assert.Equal("DockerPS.ContainerImage", image.GetType().FullName);
        Assert.Equal((told.GetProperty("Id").GetString(), tag, engine.Host), ((string)image.ImageId, (string)image.Name, (string)image.Engine));
        Assert.Equal(("Ada <ada@example.com>", "what was done"), (told.GetProperty("Author").GetString(), told.GetProperty("Comment").GetString()));
        var config = told.GetProperty("Config");
        Assert.Equal(["cat", "/made"], config.GetProperty("Cmd").EnumerateArray().Select(word => word.GetString()));
        Assert.Contains("A=b c", config.GetProperty("Env").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal("mine", config.GetProperty("Labels").GetProperty("own").GetString());
        Assert.Equal(["kept"], host.Invoke("Invoke-Container $i -Rm", ("i", image)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Without_a_tag_each_container_gives_an_image_with_an_id(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var names = new[] { await RunAsync(engine), await RunAsync(engine) };

        var images = host.Invoke("Get-Container $names | ConvertTo-ContainerImage -NoPause -Message $m", ("names", names), ("m", Names.Prefix)).AssertSucceeded().All();

        Assert.Equal(2, images.Count);
        foreach (var image in images)
        {
            await DockerAsync(engine, "rmi", (string)image.ImageId);
            Assert.True((bool)image.Dangling);
        }

        Assert.NotEqual((string)images[0].ImageId, (string)images[1].ImageId);
    }

    [Theory, EveryEngine]
    public async Task Errors_name_what_is_wrong_and_what_if_makes_nothing(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var names = new[] { await CreateAsync(engine, "true"), await CreateAsync(engine, "true") };
        var tag = Names.Next("img");

        Assert.Contains(tag + ":latest", string.Join(' ', host.Invoke("ConvertTo-ContainerImage $n $t -WhatIf", ("n", names[0]), ("t", tag)).AssertSucceeded().HostLines), StringComparison.Ordinal);
        Assert.Empty(host.Invoke("Get-ContainerImage ($t + '*')", ("t", tag)).Lines());
        host.Invoke("ConvertTo-ContainerImage $n $t -Change 'RUN true'", ("n", names[0]), ("t", tag)).AssertError("InvalidArgument");
        host.Invoke("ConvertTo-ContainerImage missing-$n $t", ("n", names[0]), ("t", tag)).AssertError("ContainerNotFound");
        host.Invoke("ConvertTo-ContainerImage $n 'Not A Name'", ("n", names[0])).AssertError("CannotConvertArgumentNoMessage");
        host.Invoke("ConvertTo-ContainerImage $n ('x@sha256:' + 'a' * 64)", ("n", names[0])).AssertError("InvalidArgument");

        var both = host.Invoke("(ConvertTo-ContainerImage $names $t).Name", ("names", names), ("t", tag));
        Assert.Equal([tag + ":latest"], both.Texts());
        Assert.Equal(names[1], both.AssertError("InvalidArgument").TargetObject);
    }
}
