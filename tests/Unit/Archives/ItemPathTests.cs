using DockerPS.Archives;
using Xunit;

namespace DockerPS.Tests.Unit.Archives;

public sealed class ItemPathTests
{
    [Theory]
    [InlineData("/etc/nginx", "/etc", "nginx", false, false)]
    [InlineData("etc/nginx", "/etc", "nginx", false, false)]
    [InlineData("/etc/nginx/", "/etc", "nginx", true, false)]
    [InlineData("/etc/nginx/.", "/etc/nginx", ".", true, true)]
    [InlineData("/etc//./nginx/../x", "/etc", "x", false, false)]
    [InlineData("/x", "/", "x", false, false)]
    [InlineData("/", "/", "/", true, false)]
    [InlineData("/.", "/", ".", true, true)]
    [InlineData(".", "/", ".", true, true)]
    [InlineData("../../x", "/", "x", false, false)]
    public void Path_is_read_as_the_docker_command_does(string text, string folder, string name, bool isFolder, bool isContent)
    {
        var path = new ItemPath(text);
        Assert.Equal((folder, name, isFolder, isContent), (path.Folder, path.Base, path.IsFolder, path.IsContent));
    }

    [Theory]
    [InlineData("/a/link", "/x/y", "/x/y")]
    [InlineData("/a/link", "y", "/a/y")]
    [InlineData("/a/link", "../y", "/y")]
    [InlineData("/a/link/", "../y", "/y/")]
    public void Link_is_followed(string text, string target, string followed) => Assert.Equal(followed, new ItemPath(text).Follow(target).Text);
}
