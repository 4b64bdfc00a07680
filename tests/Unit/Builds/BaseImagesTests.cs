using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Builds;
using Xunit;

namespace DockerPS.Tests.Unit.Builds;

public sealed class BaseImagesTests
{
    [Theory]
    [InlineData("FROM a", "a:latest")]
    [InlineData("FROM --platform=linux/amd64 r.example:5000/a/b:1 AS x\nFROM x\nFROM X", "r.example:5000/a/b:1")]
    [InlineData("FROM scratch\nCOPY --from=a:1 /x /y\nCOPY --from=0 /x /y\nCOPY x y", "a:1")]
    [InlineData("FROM a:1 AS first\nFROM first\nRUN --mount=type=bind,from=b:1,target=/m --mount=from=first,target=/n --mount=type=cache,target=/c make", "a:1 b:1")]
    [InlineData("FROM a:1\nRUN echo --mount=from=b:1\nRUN --mount=type=secret,id=from make", "a:1")]
    [InlineData("ARG R=r.example\nARG T\nFROM $R/a:${T:-2}", "r.example/a:2")]
    [InlineData("ARG GIVEN=r.example\nFROM $GIVEN/a:1", "given.example/a:1")]
    [InlineData("ARG IMAGE=a:1\nFROM ${IMAGE}\nFROM a:1\nFROM a:2", "a:1 a:2")]
    [InlineData("FROM $TARGETOS-unknown/a:1", "")]
    [InlineData("FROM a@sha256:0123456789012345678901234567890123456789012345678901234567890123", "a@sha256:0123456789012345678901234567890123456789012345678901234567890123")]
    public void Images_are_those_that_the_text_tells(string dockerfile, string images)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal) { ["GIVEN"] = "given.example", ["OTHER"] = null };

        Assert.Equal(images, string.Join(' ', BaseImages.Of(Dockerfile.Parse(dockerfile), given).Select(one => one.Image.ToString())));
    }

    [Theory]
    [InlineData(null, "c:1")]
    [InlineData("second", "a:1 b:1")]
    [InlineData("FIRST", "a:1")]
    [InlineData("1", "a:1 b:1")]
    [InlineData("none", "")]
    public void Only_what_the_target_needs_is_needed(string? target, string images)
    {
        var dockerfile = Dockerfile.Parse("FROM a:1 AS first\nFROM b:1 AS second\nCOPY --from=0 /x /x\nFROM c:1\nRUN true");

        Assert.Equal(images, string.Join(' ', BaseImages.Needed(dockerfile, null, target).Select(one => one.Image.ToString())));
    }

    [Fact]
    public void Reader_and_platforms_are_known()
    {
        var dockerfile = Dockerfile.Parse("# syntax=docker/dockerfile:1\nARG P=linux/arm64\nFROM --platform=$P a:1 AS a\nFROM --platform=$BUILDPLATFORM b:1\nCOPY --from=a x y");

        Assert.Equal(
            ["docker/dockerfile:1 ", "a:1 linux/arm64", "b:1 "],
            BaseImages.Needed(dockerfile, null, target: null).Select(one => $"{one.Image} {one.Platform}"));
        Assert.Equal(["a:1", "b:1"], BaseImages.Of(dockerfile, null).Select(one => one.Image.ToString()));
    }
}
