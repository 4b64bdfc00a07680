using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images;

public sealed class GetContainerImageTests(SharedEngines engines) : ImageTests(engines)
{
    [Theory, EveryEngine]
    public async Task Each_tag_is_an_object_with_typed_values(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        await MakeAsync(engine, repository + ":1");
        await DockerAsync(engine, "tag", repository + ":1", repository + ":latest");

        var images = host.Invoke("Get-ContainerImage $r | Sort-Object Tag", ("r", repository)).AssertSucceeded().All();

        Assert.Equal([(repository, "1"), (repository, "latest")], images.Select(image => ((string)image.Repository, (string)image.Tag)));
        var told = await engine.Http.GetAsync($"/images/{repository}:1/json");
        foreach (var image in images)
        {
            Assert.Equal("DockerPS.ContainerImage", image.GetType().FullName);
            Assert.Equal((told.GetProperty("Id").GetString(), told.GetProperty("Size").GetInt64(), engine.Host), ((string)image.ImageId, (long)image.Size, (string)image.Engine));
            Assert.Equal(DateTimeKind.Local, ((DateTime)image.Created).Kind);
            Assert.Equal(told.GetProperty("Created").GetDateTime(), ((DateTime)image.Created).ToUniversalTime(), TimeSpan.FromSeconds(1));
            Assert.Equal([repository + ":1", repository + ":latest"], ((string[])image.Tags).Order(StringComparer.Ordinal));
            Assert.Equal(("mine", false), (((IReadOnlyDictionary<string, string>)image.Labels)["own"], (bool)image.Dangling));
            Assert.Equal($"{repository}:{image.Tag}", image.ToString());
        }
    }

    [Theory, EveryEngine]
    public async Task Names_ids_wildcards_and_objects_find_images(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        var id = await MakeAsync(engine, repository + ":1");
        await DockerAsync(engine, "tag", repository + ":1", "127.0.0.1:5000/" + Names.Prefix + "/far:2");

        string[] both = [$"127.0.0.1:5000/{Names.Prefix}/far:2", $"{repository}:1"];
        Assert.Equal(both[1..], Found($"{repository}:1"));
        Assert.Equal(both[..1], Found(both[0]));
        Assert.Equal(both, Found(id));
        Assert.Equal(both, Found(id.Split(':')[1][..12]));
        Assert.Equal(both, Found($"*{Names.Prefix}*"));
        Assert.Equal(both[..1], Found("127.0.0.1:5000/*far"));
        Assert.Equal(both[1..], host.Invoke("Get-ContainerImage $i | Get-ContainerImage", ("i", $"{repository}:1")).Lines().Where(text => text.StartsWith(repository, StringComparison.Ordinal)));
        Assert.Equal(both, host.Invoke("Get-ContainerImage -Label own=mine", ("i", repository)).Lines().Where(text => text.Contains(Names.Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Empty(Found("no-such-thing-*"));

        var outcome = host.Invoke("Get-ContainerImage $i, nowhere:1", ("i", $"{repository}:1"));
        Assert.Equal(("nowhere:1", "ObjectNotFound"), (outcome.AssertError("ImageNotFound").TargetObject, outcome.Errors[0].CategoryInfo.Category.ToString()));
        Assert.Equal(both[1..], outcome.Texts());
        await DockerAsync(engine, "rmi", both[0]);

        IEnumerable<string> Found(string reference) => host.Invoke("Get-ContainerImage $i", ("i", reference)).Lines().Order(StringComparer.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Image_without_a_tag_is_dangling_and_stands_once(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        var id = await MakeAsync(engine, repository + ":1");
        // The tag moves on to another image.
        await MakeAsync(engine, repository + ":1");
        try
        {
            var dangling = host.Invoke("Get-ContainerImage -Dangling").AssertSucceeded().All().Single(image => image.ImageId == id);

            Assert.True((bool)dangling.Dangling);
            Assert.Null(dangling.Tag);
            Assert.Equal(id, dangling.ToString());
            Assert.DoesNotContain(host.Invoke("Get-ContainerImage -Dangling").All(), image => image.Repository == repository);
        }
        finally
        {
            await DockerAsync(engine, "rmi", id);
        }
    }

    [Theory, EveryEngine]
    public async Task Table_is_whole_on_80_columns(string version)
    {
        var (_, host) = await PrepareAsync(version);
        host.Width = 80;

        var lines = host.Render("Get-ContainerImage busybox:test").Where(line => line.Length > 0).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Matches("^Repository +Tag +Size +ImageId$", lines[0]);
        Assert.Matches("^busybox +test +[0-9.]+MB [0-9a-f]{12}$", lines[2]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
    }
}
