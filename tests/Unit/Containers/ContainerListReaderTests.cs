using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerPS.Containers;
using Xunit;

namespace DockerPS.Tests.Unit.Containers;

public sealed class ContainerListReaderTests
{
    private const string Whole = """
        [{"Id":"abc","Names":["/db/web","/web"],"Image":"nginx","ImageID":"sha256:1","Command":"nginx -g","Created":1700000000,
          "Ports":[{"IP":"::","PrivatePort":80,"PublicPort":8080,"Type":"tcp"},{"PrivatePort":53,"Type":"udp"},{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}],
          "SizeRw":7,"SizeRootFs":70,"Labels":{"app":"shop","tier":""},"State":"running","Status":"Up 5 minutes (healthy)",
          "HostConfig":{"NetworkMode":"bridge","Annotations":{"a":[1,{"b":2}]}},
          "NetworkSettings":{"Networks":{"bridge":{"IPAMConfig":null,"Aliases":["w"],"MacAddress":"02:42","NetworkID":"n1","Gateway":"10.0.0.1","IPAddress":"10.0.0.2","GlobalIPv6Address":""},"none":null}},
          "Mounts":[{"Type":"volume","Name":"data","Source":"/var/data","Destination":"/data","Driver":"local","Mode":"z","RW":false,"Propagation":""}]}]
        """;

    [Fact]
    public void Everything_a_list_says_is_read()
    {
        var container = Assert.Single(Read(Whole)!);
        Assert.Equal(("abc", "web", "nginx", "sha256:1", "nginx -g"), (container.ContainerId, container.Name, container.Image, container.ImageId, container.Command));
        Assert.Equal("db/web web", string.Join(' ', container.Names));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000).LocalDateTime, container.Created);
        Assert.Equal((ContainerState.Running, "running", ContainerHealth.Healthy, null), (container.State, container.StateText, container.Health, container.ExitCode));
        Assert.Equal((7, 70, "e"), (container.SizeRw, container.SizeRootFs, container.Engine));
        Assert.Equal("53/udp 0.0.0.0:8080->80/tcp [::]:8080->80/tcp", string.Join(' ', container.Ports.Select(port => port.ToString())));
        Assert.Equal([("app", "shop"), ("tier", "")], container.Labels.Select(label => (label.Key, label.Value)));
        Assert.Equal("data:/data:ro", Assert.Single(container.Mounts).ToString());
        Assert.Equal("bridge none", string.Join(' ', container.Networks.Select(network => network.Network)));
        var bridge = container.Networks[0];
        Assert.Equal(("n1", "10.0.0.2", null, "10.0.0.1", "02:42"), (bridge.NetworkId, bridge.IPAddress, bridge.IPv6Address, bridge.Gateway, bridge.MacAddress));
        Assert.Equal("w", Assert.Single(bridge.Aliases));
    }

    [Fact]
    public void What_is_null_or_absent_is_empty()
    {
        var containers = Read("""[{"Id":"a","Names":null,"Ports":null,"Labels":null,"NetworkSettings":null,"Mounts":null,"SizeRw":null,"Command":null},null,{}]""")!;
        Assert.Equal("a,,", string.Join(',', containers.Select(container => container.ContainerId)));
        Assert.All(containers, container =>
        {
            Assert.Empty(container.Names);
            Assert.Empty(container.Ports);
            Assert.Empty(container.Labels);
            Assert.Empty(container.Mounts);
            Assert.Empty(container.Networks);
            Assert.Null(container.SizeRw);
            Assert.Equal("", container.Command);
        });
    }

    [Fact]
    public void Texts_that_come_again_are_the_same_object_and_others_their_own()
    {
        var images = Read("""[{"Image":"a"},{"Image":"a"},{"Image":"b"},{"Image":null},{"Image":"a\u00e9"}]""")!.Select(container => container.Image).ToList();
        Assert.Equal("a,a,b,,aé", string.Join(',', images));
        Assert.Same(images[0], images[1]);
    }

    [Fact]
    public void An_empty_list_is_one_and_null_is_none()
    {
        Assert.Empty(Read("[]")!);
        Assert.Null(Read("null"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"Id\":\"a\"")]
    [InlineData("[{\"Id\":\"a\"},")]
    [InlineData("[{\"Id\":1}]")]
    [InlineData("[{\"Created\":\"soon\"}]")]
    [InlineData("[{\"Created\":1.5}]")]
    [InlineData("[{\"Ports\":\"80\"}]")]
    [InlineData("[\"a\"]")]
    [InlineData("{}")]
    [InlineData("[] []")]
    [InlineData("<html>")]
    public void What_is_no_list_of_containers_is_an_error_in_json(string answer) => Assert.ThrowsAny<JsonException>(() => Read(answer));

    private static IReadOnlyList<Container>? Read(string answer) => ContainerListReader.Read(Encoding.UTF8.GetBytes(answer), "e");
}
