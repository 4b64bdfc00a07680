using System;
using System.Linq;
using DockerPS.Connection.Ssh;
using DockerPS.Engine;
using Xunit;

namespace DockerPS.Tests.Unit.Connection;

public sealed class SshArgumentsTests
{
    [Theory]
    [InlineData("ssh://host", "-T -- host docker system dial-stdio")]
    [InlineData("ssh://user@host:2222", "-T -l user -p 2222 -- host docker system dial-stdio")]
    [InlineData("ssh://dom%5Cuser@host", "-T -l dom\\user -- host docker system dial-stdio")]
    [InlineData("ssh://host/run/user/1000/docker.sock", "-T -- host docker --host 'unix:///run/user/1000/docker.sock' system dial-stdio")]
    [InlineData("ssh://host/a%20b'c;d", "-T -- host docker --host 'unix:///a b'\\''c;d' system dial-stdio")]
    [InlineData("ssh://[::1]", "-T -- ::1 docker system dial-stdio")]
    public void Command_line_is_that_of_the_docker_command(string address, string expected)
    {
        var arguments = SshArguments.Of(new EngineEndpoint("x", SshArguments.Checked(new Uri(address), why => new FormatException(why)), "test"));

        Assert.Equal(expected, string.Join(' ', arguments.SkipWhile(argument => argument != "-T")));
        Assert.Contains("BatchMode=yes", arguments);
    }

    [Theory]
    [InlineData("ssh://-oProxyCommand=x/")]
    [InlineData("ssh://-l@host")]
    [InlineData("ssh://user:word@host")]
    [InlineData("ssh://host?x=1")]
    [InlineData("ssh://host#x")]
    public void Address_that_ssh_could_take_for_something_else_is_refused(string address)
    {
        // Some of them are no addresses at all, which is as good.
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            Assert.Throws<FormatException>(() => SshArguments.Checked(uri, why => new FormatException(why)));
        }
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\b", "\"a\\b\"")]
    [InlineData("end\\", "\"end\\\\\"")]
    [InlineData("a\\\"b", "\"a\\\\\\\"b\"")]
    public void Arguments_stand_in_one_line_as_programs_take_them_apart(string argument, string line) => Assert.Equal(line, SshArguments.Line([argument]));
}
