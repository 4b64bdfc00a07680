using System;
using System.Collections;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class MountTests
{
    [Theory]
    [InlineData("type=bind,source=/a,target=/b", "type=bind,source=/a,target=/b")]
    [InlineData("TYPE=BIND,SRC=/a,DST=/b,RO", "type=bind,source=/a,target=/b,readonly")]
    [InlineData("type=bind,src=/a,destination=/b,readonly=false", "type=bind,source=/a,target=/b")]
    [InlineData("type=bind,src=/a,dst=/b,readonly=1", "type=bind,source=/a,target=/b,readonly")]
    [InlineData("target=/b", "type=volume,target=/b")]
    [InlineData("source=data,target=/b", "type=volume,source=data,target=/b")]
    [InlineData("type=volume,src=,dst=/b", "type=volume,target=/b")]
    [InlineData("type=volume,dst=/x,volume-nocopy", "type=volume,target=/x,volume-nocopy")]
    [InlineData("type=volume,src=v,dst=/x,volume-opt=b=2,volume-opt=a=1,volume-label=c=d,volume-driver=local,volume-subpath=p", "type=volume,source=v,target=/x,volume-driver=local,volume-label=c=d,volume-opt=a=1,volume-opt=b=2,volume-subpath=p")]
    [InlineData("type=volume,src=v,dst=/x,\"volume-opt=o=addr=1,rw\"", "type=volume,source=v,target=/x,\"volume-opt=o=addr=1,rw\"")]
    [InlineData("type=volume,src=v,dst=/x,volume-opt=a", "type=volume,source=v,target=/x,volume-opt=a=")]
    [InlineData("\"type=bind\",\"src=/a,b\",dst=/c", "type=bind,\"source=/a,b\",target=/c")]
    [InlineData("type=bind,\"src=/a\"\"b\",dst=/c", "type=bind,\"source=/a\"\"b\",target=/c")]
    [InlineData("type=tmpfs,dst=/x,tmpfs-size=1g,tmpfs-mode=1777", "type=tmpfs,target=/x,tmpfs-size=1g,tmpfs-mode=1777")]
    [InlineData("type=tmpfs,dst=/x,tmpfs-mode=0700", "type=tmpfs,target=/x,tmpfs-mode=700")]
    [InlineData("type=bind,src=/a,dst=/b,bind-propagation=RSHARED,consistency=cached", "type=bind,source=/a,target=/b,consistency=cached,bind-propagation=rshared")]
    [InlineData("type=bind,src=/a,dst=/b,bind-recursive=disabled", "type=bind,source=/a,target=/b,bind-recursive=disabled")]
    [InlineData("type=bind,src=/a,dst=/b,bind-recursive=enabled", "type=bind,source=/a,target=/b")]
    [InlineData("type=bind,src=/a,dst=/b,bind-nonrecursive", "type=bind,source=/a,target=/b,bind-recursive=disabled")]
    [InlineData("type=bind,src=/a,dst=/b,ro,bind-recursive=writable", "type=bind,source=/a,target=/b,readonly,bind-recursive=writable")]
    [InlineData("type=bind,src=/a,dst=/b,ro,bind-recursive=readonly,bind-propagation=rprivate", "type=bind,source=/a,target=/b,readonly,bind-propagation=rprivate,bind-recursive=readonly")]
    [InlineData("type=image,src=busybox,dst=/x,image-subpath=bin", "type=image,source=busybox,target=/x,image-subpath=bin")]
    [InlineData(@"type=npipe,src=\\.\pipe\a,dst=\\.\pipe\b", @"type=npipe,source=\\.\pipe\a,target=\\.\pipe\b")]
    [InlineData("type=cluster,src=a,dst=/b", "type=cluster,source=a,target=/b")]
    [InlineData(@"type=bind,src=C:\a,dst=D:\b", @"type=bind,source=C:\a,target=D:\b")]
    [InlineData("type=bind,src=./a,dst=/b", "type=bind,source=./a,target=/b")]
    public void What_docker_takes_prints_back(string text, string printed) => NotationAssert.Prints<Mount>(text, printed);

    [Theory]
    [InlineData("", "is not known here")]
    [InlineData("type=bind", "target, the path in the container, is missing. PowerShell split this at the comma: quote it, or give a hashtable.")]
    [InlineData("source=/a", "is missing. PowerShell split this at the comma")]
    [InlineData("readonly", "PowerShell split this at the comma")]
    [InlineData("type=,dst=/x", "type '' is wrong: volume, bind, tmpfs, image, npipe, cluster is expected")]
    [InlineData("type=foo,dst=/x", "type 'foo' is wrong")]
    [InlineData("type=1,dst=/x", "type '1' is wrong")]
    [InlineData("type=bind,src=/a,dst=/b,readonly=maybe", "readonly 'maybe' is wrong: true or false")]
    [InlineData("type=bind,src=/a,dst=/b,readonly=", "readonly '' is wrong")]
    [InlineData("type=bind,src=/a,dst=/b,foo=1", "'foo=1' is not known here")]
    [InlineData("type=bind,src=/a,dst=/b,foo", "'foo' is not known here")]
    [InlineData("type=bind,src=/a,dst=/b,source", "'source' is not a key=value")]
    [InlineData("type=bind,src=/a,dst=/b,", "'' is not known here")]
    [InlineData("type=bind, src=/a,dst=/b", "' src=/a' is not known here")]
    [InlineData("type=bind,src=/a,dst=/b,volume-nocopy", "volume-nocopy does not go with the type bind")]
    [InlineData("type=volume,dst=/b,bind-propagation=shared", "bind-propagation does not go with the type volume")]
    [InlineData("type=volume,dst=/b,tmpfs-size=1", "tmpfs-size does not go")]
    [InlineData("type=volume,dst=/b,image-subpath=a", "image-subpath does not go")]
    [InlineData("type=npipe,src=a,dst=b,bind-recursive=disabled", "bind-recursive does not go")]
    [InlineData("type=tmpfs,dst=/x,tmpfs-mode=9", "tmpfs-mode '9' is wrong: octal")]
    [InlineData("type=tmpfs,dst=/x,tmpfs-size=x", "tmpfs-size 'x' is wrong: a size")]
    [InlineData("type=tmpfs,src=x,dst=/b", "Memory has no source")]
    [InlineData("type=bind,dst=/b", "A bind needs a source")]
    [InlineData("type=image,dst=/b", "An image needs a source")]
    [InlineData("type=bind,src=rel,dst=/b", "source 'rel' is not a whole path")]
    [InlineData("type=bind,src=/a,dst=b", "target 'b' is not an absolute path")]
    [InlineData("type=bind,src=/a,dst=/b,bind-propagation=foo", "bind-propagation 'foo'")]
    [InlineData("type=bind,src=/a,dst=/b,consistency=foo", "consistency 'foo'")]
    [InlineData("type=bind,src=/a,dst=/b,bind-recursive=x", "bind-recursive 'x'")]
    [InlineData("type=bind,src=/a,dst=/b,bind-recursive=readonly", "also needs readonly")]
    [InlineData("type=bind,src=/a,dst=/b,ro,bind-recursive=readonly", "also needs bind-propagation=rprivate")]
    [InlineData("type=bind,src=/a,dst=/b,bind-recursive=writable", "also needs readonly")]
    [InlineData("type=bind,src=\"/a\",dst=/c", "quotation mark stands inside")]
    public void What_docker_refuses_names_the_wrong_part(string text, string words)
    {
        NotationAssert.Refuses(value => new Mount(value), text, words);
        Assert.False(Mount.TryParse(text, out _));
    }

    [Fact]
    public void Its_parts_are_values()
    {
        var volume = new Mount("type=volume,src=v,dst=/x,ro,volume-label=c=d,volume-opt=a=b,volume-driver=nfs,volume-nocopy,volume-subpath=p");
        Assert.Equal(MountType.Volume, volume.Type);
        Assert.True(volume.ReadOnly);
        Assert.Equal("d", volume.VolumeLabels["c"]);
        Assert.Equal("b", volume.VolumeOptions["a"]);
        Assert.Equal("nfs", volume.VolumeDriver);
        Assert.True(volume.VolumeNoCopy);
        Assert.Equal("p", volume.VolumeSubpath);

        var memory = new Mount("type=tmpfs,dst=/x,tmpfs-size=64m,tmpfs-mode=777");
        Assert.Equal(64 << 20, memory.TmpfsSize!.Bytes);
        Assert.Equal(511, memory.TmpfsMode);
        Assert.Null(memory.Source);
        Assert.False(memory.IsRelative);
    }

    [Fact]
    public void A_relative_source_is_made_absolute()
    {
        var mount = new Mount("type=bind,src=./a,dst=/b,ro");
        Assert.True(mount.IsRelative);

        var whole = mount.WithSource("/home/me/a");
        Assert.Equal("type=bind,source=/home/me/a,target=/b,readonly", whole.ToString());
        Assert.False(whole.IsRelative);
        Assert.Equal("./a", mount.Source);
    }

    [Fact]
    public void A_hashtable_has_dockers_keys()
    {
        var table = new Hashtable
        {
            ["Type"] = "volume",
            ["Source"] = "v",
            ["Target"] = "/x",
            ["ReadOnly"] = true,
            ["VolumeOpt"] = new Hashtable { ["o"] = "addr=1,rw" },
            ["volume-label"] = new object[] { "a=1", "b" },
            ["VolumeNoCopy"] = false,
        };

        Assert.Equal(
            "type=volume,source=v,target=/x,readonly,volume-label=a=1,volume-label=b=,\"volume-opt=o=addr=1,rw\"",
            LanguagePrimitives.ConvertTo<Mount>(table).ToString());
    }

    [Theory]
    [InlineData("-Mount 'type=bind,source=/a,target=/b', target=/c", "type=bind,source=/a,target=/b type=volume,target=/c")]
    [InlineData("-Mount @{ Type = 'tmpfs'; Target = '/x'; TmpfsSize = 64MB; TmpfsMode = 0700 }", "type=tmpfs,target=/x,tmpfs-size=64m,tmpfs-mode=700")]
    [InlineData("-Mount @{ Type = 'bind'; Src = '/a,b'; Dst = '/b'; Ro = $true }", "type=bind,\"source=/a,b\",target=/b,readonly")]
    public void PowerShell_binds(string arguments, string bound) => Assert.Equal(bound, string.Join(' ', Bound.By("Test-Notation " + arguments)));

    [Theory]
    [InlineData("-Mount type=bind,source=/a,target=/b", "PowerShell split this at the comma: quote it, or give a hashtable")]
    [InlineData("-Mount target=/b,readonly", "PowerShell split this at the comma")]
    [InlineData("-Mount @{ Type = 'bind'; From = '/a' }", "unknown key From")]
    [InlineData("-Mount 5", "quote it")]
    public void PowerShell_refuses(string arguments, string words) => Assert.Contains(words, Bound.Refusal("Test-Notation " + arguments), StringComparison.Ordinal);
}
