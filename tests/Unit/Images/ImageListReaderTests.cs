using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerPS.Images;
using Xunit;

namespace DockerPS.Tests.Unit.Images;

public sealed class ImageListReaderTests
{
    private const string Whole = """
        [{"Containers":-1,"Created":1700000000,"Id":"sha256:1","Labels":{"app":"shop"},"ParentId":"sha256:0","RepoDigests":["r:5000/web@sha256:d","web@sha256:e"],"RepoTags":["web:1","r:5000/web:2"],"SharedSize":-1,"Size":7,"VirtualSize":7},
         {"Id":"sha256:2","RepoTags":["<none>:<none>"],"RepoDigests":["<none>@<none>"],"Labels":null,"ParentId":"","Created":0,"Size":0},
         {"Id":"sha256:3","RepoTags":null,"RepoDigests":["web@sha256:f"],"Size":1,"New":{"a":[1]}}]
        """;

    [Fact]
    public void Each_tag_is_an_image_of_its_own()
    {
        var images = Read(Whole)!;

        Assert.Equal(["web:1", "r:5000/web:2", "sha256:2", "sha256:3"], images.Select(image => image.ToString()));
        Assert.Equal(["sha256:e", "sha256:d", null, "sha256:f"], images.Select(image => image.Digest));
        Assert.Equal(["web", "r:5000/web", null, "web"], images.Select(image => image.Repository));
        Assert.Equal([false, false, true, true], images.Select(image => image.Dangling));
        Assert.Equal(["sha256:0", "sha256:0", null, null], images.Select(image => image.ParentId));
        Assert.Equal(["shop one", "shop one", "", ""], images.Select(image => string.Join(' ', image.Labels.Values.Concat(image.Containers))));
        Assert.Equal((7, "e", DateTimeOffset.FromUnixTimeSeconds(1700000000).LocalDateTime), (images[0].Size, images[0].Engine, images[0].Created));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void Nothing_is_an_empty_list_or_none(string json)
    {
        Assert.Empty(Read(json) ?? []);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{\"Id\":1}]")]
    [InlineData("[{\"Id\":\"a\"")]
    public void What_is_no_list_of_images_is_refused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read(json));
    }

    [Fact]
    public void Uses_are_gathered_by_image()
    {
        var uses = ImageUses.Read(Encoding.UTF8.GetBytes("""[{"Id":"a","Names":["/web/db","/db"],"ImageID":"sha256:1"},{"Id":"b","Names":[],"ImageID":"sha256:1"},{"Id":"c","Names":["/x"],"ImageID":"sha256:2"}]"""));

        Assert.Equal(["db", "b"], uses["sha256:1"]);
        Assert.Equal(["x"], uses["sha256:2"]);
    }

    private static IReadOnlyList<ContainerImage>? Read(string json) =>
        ImageListReader.Read(Encoding.UTF8.GetBytes(json), "e", new Dictionary<string, string[]>(StringComparer.Ordinal) { ["sha256:1"] = ["one"] });
}
