using DockerPS.Engine;
using Xunit;

namespace DockerPS.Tests.Unit.Registries;

public sealed class RegistryNameTests
{
    [Theory]
    [InlineData(null, "docker.io")]
    [InlineData("", "docker.io")]
    [InlineData("docker.io", "docker.io")]
    [InlineData("index.docker.io", "docker.io")]
    [InlineData("registry-1.docker.io", "docker.io")]
    [InlineData("https://index.docker.io/v1/", "docker.io")]
    [InlineData("registry.example", "registry.example")]
    [InlineData("registry.example:5000", "registry.example:5000")]
    [InlineData(" https://registry.example:5000/v2/ ", "registry.example:5000")]
    [InlineData("http://localhost:5000", "localhost:5000")]
    public void Registries_have_one_name(string? text, string name)
    {
        Assert.Equal(name, RegistryName.Normalize(text));
    }

    [Theory]
    [InlineData("docker.io", "https://index.docker.io/v1/")]
    [InlineData("https://registry.example/v2/", "registry.example")]
    public void Files_know_them_by_their_servers(string text, string server)
    {
        Assert.Equal(server, RegistryName.ServerAddress(text));
    }
}
