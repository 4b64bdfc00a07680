using System;
using System.Collections;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class VolumeBindingTests
{
    [Theory]
    [InlineData("/data", null, "/data", "", false, false)]
    [InlineData("data:/var/lib/data", "data", "/var/lib/data", "", false, false)]
    [InlineData("my.data-1_x:/a", "my.data-1_x", "/a", "", false, false)]
    [InlineData("data:/a:ro", "data", "/a", "ro", false, false)]
    [InlineData("data:/a:rw,nocopy", "data", "/a", "rw,nocopy", false, false)]
    [InlineData("/host:/a", "/host", "/a", "", true, false)]
    [InlineData("/host:/a:Z,ro", "/host", "/a", "Z,ro", true, false)]
    [InlineData("/host:/a:rshared", "/host", "/a", "rshared", true, false)]
    [InlineData("/host:/a:cached", "/host", "/a", "cached", true, false)]
    [InlineData("./site:/a", "./site", "/a", "", true, true)]
    [InlineData("../site:/a", "../site", "/a", "", true, true)]
    [InlineData(".:/a", ".", "/a", "", true, true)]
    [InlineData("~/site:/a", "~/site", "/a", "", true, true)]
    [InlineData(@"C:\a:D:\b:ro", @"C:\a", @"D:\b", "ro", true, false)]
    [InlineData(@"C:\a:/b", @"C:\a", "/b", "", true, false)]
    [InlineData(@"c:/a:/b", "c:/a", "/b", "", true, false)]
    [InlineData(@"data:C:\b", "data", @"C:\b", "", false, false)]
    [InlineData(@"C:\b", null, @"C:\b", "", false, false)]
    [InlineData(@"\\.\pipe\docker_engine:\\.\pipe\docker_engine", @"\\.\pipe\docker_engine", @"\\.\pipe\docker_engine", "", true, false)]
    [InlineData(@"\\server\share:C:\b", @"\\server\share", @"C:\b", "", true, false)]
    [InlineData("/with space:/a b", "/with space", "/a b", "", true, false)]
    public void What_docker_takes_prints_back(string text, string? source, string target, string options, bool bind, bool relative)
    {
        var binding = NotationAssert.Prints<VolumeBinding>(text, text);

        Assert.Equal(source, binding.Source);
        Assert.Equal(target, binding.Target);
        Assert.Equal(options, string.Join(',', binding.Options));
        Assert.Equal(bind, binding.IsBind);
        Assert.Equal(relative, binding.IsRelative);
        Assert.Equal(options.Contains("ro", StringComparison.Ordinal) && !options.Contains("rs", StringComparison.Ordinal), binding.ReadOnly);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(":/b", "nothing before")]
    [InlineData("data:", "nothing before")]
    [InlineData("data::ro", "nothing before")]
    [InlineData("data:/a:", "nothing before")]
    [InlineData("data:/a:ro:x", "too many colons")]
    [InlineData("x", "'x' is neither")]
    [InlineData("foo", "'foo' is neither")]
    [InlineData("-l", "'-l' is neither")]
    [InlineData("./site", "'./site' is neither")]
    [InlineData("data:relative", "target 'relative'")]
    [InlineData("/data:ro", "target 'ro'")]
    [InlineData("a/b:/c", "source 'a/b'")]
    [InlineData("-a:/c", "source '-a'")]
    [InlineData("data:/a:r0", "'r0' is not an option")]
    [InlineData("data:/a:RO", "'RO' is not an option")]
    [InlineData("data:/a:ro,,z", "'' is not an option")]
    [InlineData("data:/a:ro,rw", "exclude each other")]
    public void What_an_engine_would_refuse_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new VolumeBinding(value), text, words);
        NotationAssert.Refuses(value => new VolumeBinding(value), text, "[source:]target[:options]");
        Assert.False(VolumeBinding.TryParse(text, out _));
    }

    [Fact]
    public void A_relative_source_is_made_absolute()
    {
        var binding = new VolumeBinding("./site:/a:ro").WithSource("/home/me/site");

        Assert.Equal("/home/me/site:/a:ro", binding.ToString());
        Assert.False(binding.IsRelative);
        Assert.Throws<ArgumentException>(() => binding.WithSource(""));
    }

    [Fact]
    public void Parts_of_a_hashtable_make_one()
    {
        var table = new Hashtable { ["Source"] = "data", ["target"] = "/a", ["ReadOnly"] = true, ["Options"] = new object[] { "z", "nocopy" } };

        Assert.Equal("data:/a:ro,z,nocopy", LanguagePrimitives.ConvertTo<VolumeBinding>(table).ToString());
        Assert.Equal("/a", LanguagePrimitives.ConvertTo<VolumeBinding>(new Hashtable { ["Dst"] = "/a" }).ToString());
    }

    [Theory]
    [InlineData("-v data:/a, ./b:/b:ro", "data:/a ./b:/b:ro")]
    [InlineData("-v ([ordered]@{ data = '/a'; './b' = '/b:ro' })", "data:/a ./b:/b:ro")]
    [InlineData("-v @{ source = '/a' }", "source:/a")]
    [InlineData("-v @{ Source = 'data'; Target = '/a'; ReadOnly = $false }", "data:/a")]
    [InlineData("-v @{ Source = 'data'; Target = '/a'; ReadOnly = 'true' }, /b", "data:/a:ro /b")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-v word", "'word' is neither")]
    [InlineData("-v @{ Target = '/a'; ReadOnly = 'maybe' }", "$true or $false")]
    [InlineData("-v @{ Target = '/a'; Size = 1 }", "unknown key Size")]
    [InlineData("-v 5", "quote it")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
