using System;
using System.Text;
using DockerPS.Terminals;
using Xunit;

namespace DockerPS.Tests.Unit.Terminals;

public sealed class ScreenModesTests
{
    [Theory]
    [InlineData("plain text, ünï", "")]
    [InlineData("^[[31mred^[[0m ^[[?7h ^[[25l", "")]
    [InlineData("^[[?1049h", "^[[?1049l^[[0m")]
    [InlineData("^[[?1049h edit ^[[?1049l", "")]
    [InlineData("^[[?25l", "^[[?25h^[[0m")]
    [InlineData("^[[?25l^[[?25h", "")]
    [InlineData("^[[?1049h^[[?1002;1006h^[[?25l", "^[[?25h^[[?1006l^[[?1002l^[[?1049l^[[0m")]
    [InlineData("^[[?2004h^[[?2004h", "^[[?2004l^[[0m")]
    [InlineData("^[^[[?47h", "^[[?47l^[[0m")]
    [InlineData("^[[?99999999999999h^[[?;h^[[?", "")]
    public void What_was_changed_is_put_back_however_it_was_cut(string written, string reset)
    {
        var bytes = Encoding.UTF8.GetBytes(written.Replace("^[", "\x1b", StringComparison.Ordinal));
        var (whole, single) = (new ScreenModes(), new ScreenModes());

        whole.Note(bytes, bytes.Length);
        foreach (var letter in bytes)
        {
            single.Note([letter], 1);
        }

        var expected = reset.Replace("^[", "\x1b", StringComparison.Ordinal);
        Assert.Equal((expected, expected), (Encoding.ASCII.GetString(whole.Reset()), Encoding.ASCII.GetString(single.Reset())));
    }
}
