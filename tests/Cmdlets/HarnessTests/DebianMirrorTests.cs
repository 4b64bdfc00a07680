using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.HarnessTests;

public sealed class DebianMirrorTests
{
    [Fact]
    public void Sources_of_the_newer_form_are_read()
    {
        const string Text = """
            Types: deb
            # a comment
            URIs: http://mirror.example/debian/
            Suites: bookworm bookworm-updates
            Components: main

            Types: deb-src
            URIs: http://sources.example/debian
            Suites: bookworm

            Enabled: no
            Types: deb
            URIs: http://off.example/debian
            Suites: bookworm
            """;

        var mirror = Assert.Single(DebianMirror.ReadDeb822(Text));
        Assert.Equal("http://mirror.example/debian", mirror.Address);
    }

    [Fact]
    public void Sources_of_the_older_form_are_read()
    {
        string[] lines = ["# deb http://old.example/debian x main", "deb [arch=amd64 signed-by=/dev/null] http://mirror.example/debian bookworm main", "deb-src http://s.example/debian x main"];

        var mirror = Assert.Single(DebianMirror.ReadOneLine(lines));
        Assert.Equal(("http://mirror.example/debian", "/dev/null"), (mirror.Address, mirror.Keyring));
        Assert.Equal("deb [signed-by=/dev/null] http://mirror.example/debian sid main", mirror.ListLine("sid"));
    }
}
