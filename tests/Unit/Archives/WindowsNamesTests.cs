using System;
using System.IO;
using DockerPS.Archives;
using Xunit;

namespace DockerPS.Tests.Unit.Archives;

public sealed class WindowsNamesTests
{
    [Theory]
    [InlineData(@"..\evil")]
    [InlineData("C:")]
    [InlineData("file.txt:stream")]
    [InlineData("NUL")]
    [InlineData("con.txt")]
    [InlineData("aux .c")]
    [InlineData("COM1")]
    [InlineData("lpt9.log")]
    [InlineData("COM\u00B2")]
    [InlineData("CONOUT$")]
    [InlineData("name.")]
    [InlineData("name ")]
    [InlineData("...")]
    [InlineData("a*")]
    [InlineData("a?")]
    [InlineData("a\u0001")]
    [InlineData("<a>")]
    public void Name_that_means_something_else_is_refused(string part)
    {
        Assert.NotNull(WindowsNames.Fault(part));
        var guard = new EntryGuard(Path.GetTempPath(), windows: true);
        var refusal = Assert.Throws<DockerException>(() => guard.Path(part, [part]));
        Assert.Contains($"'{part}'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console")]
    [InlineData(".bashrc")]
    [InlineData("com10")]
    [InlineData("a.b.c")]
    [InlineData("nul-and-void")]
    [InlineData("\u00FCbung")]
    public void Plain_name_is_taken(string part) => Assert.Null(WindowsNames.Fault(part));

    [Theory]
    [InlineData(@"\\server\share")]
    [InlineData("//server/share")]
    [InlineData("C:/Windows")]
    public void Link_to_another_machine_or_drive_is_refused(string target) =>
        Assert.Throws<DockerException>(() => new EntryGuard(Path.GetTempPath(), windows: true).CheckLink("link", ["link"], target));
}
