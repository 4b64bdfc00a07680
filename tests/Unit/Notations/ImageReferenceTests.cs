using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class ImageReferenceTests
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("nginx", "nginx", "docker.io", "library/nginx", null, null)]
    [InlineData("nginx:1.27", "nginx:1.27", "docker.io", "library/nginx", "1.27", null)]
    [InlineData("library/nginx", "nginx", "docker.io", "library/nginx", null, null)]
    [InlineData("docker.io/nginx", "nginx", "docker.io", "library/nginx", null, null)]
    [InlineData("docker.io/library/nginx:1", "nginx:1", "docker.io", "library/nginx", "1", null)]
    [InlineData("index.docker.io/nginx", "nginx", "docker.io", "library/nginx", null, null)]
    [InlineData("team/web", "team/web", "docker.io", "team/web", null, null)]
    [InlineData("docker.io/team/web", "team/web", "docker.io", "team/web", null, null)]
    [InlineData("library/team/web", "library/team/web", "docker.io", "library/team/web", null, null)]
    [InlineData("mcr.microsoft.com/powershell:lts-7.4", "mcr.microsoft.com/powershell:lts-7.4", "mcr.microsoft.com", "powershell", "lts-7.4", null)]
    [InlineData("registry.example:5000/team/web:2", "registry.example:5000/team/web:2", "registry.example:5000", "team/web", "2", null)]
    [InlineData("localhost/web", "localhost/web", "localhost", "web", null, null)]
    [InlineData("localhost:5000/web", "localhost:5000/web", "localhost:5000", "web", null, null)]
    [InlineData("localhost:5000", "localhost:5000", "docker.io", "library/localhost", "5000", null)]
    [InlineData("REGISTRY/web", "REGISTRY/web", "REGISTRY", "web", null, null)]
    [InlineData("[::1]:5000/web:1", "[::1]:5000/web:1", "[::1]:5000", "web", "1", null)]
    [InlineData("127.0.0.1/a/b/c", "127.0.0.1/a/b/c", "127.0.0.1", "a/b/c", null, null)]
    [InlineData("a__b/c-d--e.f", "a__b/c-d--e.f", "docker.io", "a__b/c-d--e.f", null, null)]
    [InlineData("web:_Tag.1-x", "web:_Tag.1-x", "docker.io", "library/web", "_Tag.1-x", null)]
    [InlineData("0123abc", "0123abc", "docker.io", "library/0123abc", null, null)]
    [InlineData("web@sha256:" + Hex, "web@sha256:" + Hex, "docker.io", "library/web", null, "sha256:" + Hex)]
    [InlineData("web:1@sha256:" + Hex, "web:1@sha256:" + Hex, "docker.io", "library/web", "1", "sha256:" + Hex)]
    public void What_docker_takes_prints_back(string text, string printed, string registry, string repository, string? tag, string? digest)
    {
        var image = NotationAssert.Prints<ImageReference>(text, printed);

        Assert.Equal(registry, image.Registry);
        Assert.Equal(repository, image.Repository);
        Assert.Equal(tag, image.Tag);
        Assert.Equal(digest, image.Digest);
        Assert.Equal(printed, image.FamiliarName);
        Assert.False(image.IsId);
        Assert.Equal(image, new ImageReference(image.FullName));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Nginx", "'Nginx' has capital letters")]
    [InlineData("team/Web", "'team/Web' has capital letters")]
    [InlineData("registry.example/Web", "has capital letters")]
    [InlineData("nginx:", "tag after the colon is empty")]
    [InlineData("nginx:-1", "tag '-1'")]
    [InlineData("nginx:.1", "tag '.1'")]
    [InlineData("nginx:a b", "tag 'a b'")]
    [InlineData("nginx:a/b", "'nginx:a' is not a registry's host")]
    [InlineData("nginx:1:2", "can't be part")]
    [InlineData("a b", "'a b' can't be part")]
    [InlineData("-nginx", "'-nginx' can't be part")]
    [InlineData("nginx-", "'nginx-' can't be part")]
    [InlineData("a___b", "'a___b' can't be part")]
    [InlineData("a..b/c/d", "not a registry's host")]
    [InlineData("team//web", "empty part")]
    [InlineData("team/", "empty part")]
    [InlineData("/web", "empty part")]
    [InlineData("registry.example/", "empty part")]
    [InlineData("-x.example/web", "'-x.example' is not a registry's host")]
    [InlineData("registry.example:port/web", "not a registry's host")]
    [InlineData("web@sha256:abc", "digest 'sha256:abc'")]
    [InlineData("web@md5:" + Hex, "digest 'md5:")]
    [InlineData("web@", "digest ''")]
    [InlineData("web@sha512:" + Hex, "digest 'sha512:")]
    [InlineData(Hex, "write sha256:" + Hex)]
    [InlineData("https://registry.example/web", "not a registry's host")]
    [InlineData("nginx\n", "can't be part")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new ImageReference(value), text, words);
        Assert.False(ImageReference.TryParse(text, out _));
    }

    [Fact]
    public void Lengths_have_ends()
    {
        Assert.NotNull(new ImageReference("web:" + new string('t', 128)));
        Assert.Throws<FormatException>(() => new ImageReference("web:" + new string('t', 129)));
        Assert.NotNull(new ImageReference("x.example/" + new string('a', 255)));
        NotationAssert.Refuses(value => new ImageReference(value), "x.example/" + new string('a', 256), "255");
        Assert.NotNull(new ImageReference("x.example/" + string.Concat(Enumerable.Repeat("a-", 120)) + "a"));
    }

    [Fact]
    public void An_id_is_taken_with_its_algorithm()
    {
        var id = NotationAssert.Prints<ImageReference>("sha256:" + Hex, "sha256:" + Hex);

        Assert.True(id.IsId);
        Assert.Equal("sha256:" + Hex, id.Id);
        Assert.Equal("", id.RepositoryName);
        Assert.Same(id, id.WithDefaultTag());
        Assert.Throws<InvalidOperationException>(() => id.WithTag("1"));
    }

    [Fact]
    public void A_tag_is_added_where_nothing_says_which()
    {
        Assert.Equal("nginx:latest", new ImageReference("nginx").WithDefaultTag().ToString());
        Assert.Equal("nginx:1", new ImageReference("nginx:1").WithDefaultTag().ToString());
        Assert.Equal("nginx@sha256:" + Hex, new ImageReference("nginx@sha256:" + Hex).WithDefaultTag().ToString());
        Assert.Equal("nginx:2", new ImageReference("nginx:1@sha256:" + Hex).WithTag("2").ToString());
        Assert.Equal("docker.io/library/nginx:1", new ImageReference("nginx:1").FullName);
        Assert.Equal("nginx", new ImageReference("nginx:1").RepositoryName);
        Assert.Throws<FormatException>(() => new ImageReference("nginx").WithTag("-"));
    }

    [Fact]
    public void An_image_object_stands_for_its_name()
    {
        var revived = new PSObject(new Revived());
        Assert.Contains("can't stand here", Bound.Refusal<ImageReference>(revived), StringComparison.Ordinal);

        revived.TypeNames.Insert(0, "Deserialized.DockerPS.ContainerImage");
        Assert.Equal("nginx:1.27", LanguagePrimitives.ConvertTo<ImageReference>(revived).ToString());
        Assert.Contains("a custom object can't stand here", Bound.Refusal<ImageReference>(new PSObject()), StringComparison.Ordinal);
    }

    private sealed class Revived
    {
        public override string ToString() => "nginx:1.27";
    }

    [Theory]
    [InlineData("-Image nginx:1.10", "nginx:1.10")]
    [InlineData("-Image 1e3", "1e3")]
    [InlineData("-Image 0123", "0123")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, Assert.Single(Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Image $(1.10)", "PowerShell read this as the number 1.1, and what was typed is lost: quote it.")]
    [InlineData("-Image 1.1", "quote it")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
