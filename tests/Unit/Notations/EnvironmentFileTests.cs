using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class EnvironmentFileTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("A=1", "A=1")]
    [InlineData("A=1\nB=2\n", "A=1|B=2")]
    [InlineData("A=1\r\nB=2\r\n", "A=1|B=2")]
    [InlineData("\ufeffA=1\n", "A=1")]
    [InlineData("# comment\n\n  \t\n  # another\nA=1", "A=1")]
    [InlineData("  A=1", "A=1")]
    [InlineData("A=1 # not a comment ", "A=1 # not a comment ")]
    [InlineData("A=\"quoted\"\nB='x'", "A=\"quoted\"|B='x'")]
    [InlineData("A=b=c", "A=b=c")]
    [InlineData("A=", "A=")]
    [InlineData("A=ü€", "A=ü€")]
    [InlineData("DOCKERPS_SURELY_NOT_SET\nA=1", "A=1")]
    [InlineData("export=1", "export=1")]
    public void It_is_read_as_docker_reads_it(string text, string variables) =>
        Assert.Equal(variables, string.Join('|', Read(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("A=1\n=2", "vars.env, line 2: there is no name before the equals sign")]
    [InlineData("A=1\n\nexport B=2", "vars.env, line 3: the name 'export B' contains white space")]
    [InlineData("A =1", "vars.env, line 1: the name 'A ' contains white space")]
    [InlineData("A\t=1", "contains white space")]
    public void A_wrong_line_is_named_by_its_number(string text, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_encodings_are_refused()
    {
        Assert.Contains("vars.env, line 2: the file is not UTF-8", Assert.Throws<FormatException>(() => Read([(byte)'A', (byte)'=', (byte)'\n', 0xE4, (byte)'x'])).Message, StringComparison.Ordinal);
        Assert.Contains("-Encoding utf8", Assert.Throws<FormatException>(() => Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("A=1")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_alone_takes_this_sessions_value()
    {
        var name = "DOCKERPS_TEST_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(name, "here");
        var path = Path.Combine(Path.GetTempPath(), name);
        try
        {
            File.WriteAllText(path, name + "\n");
            Assert.Equal(name + "=here", Assert.Single(EnvironmentFile.Read(path)).ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
            File.Delete(path);
        }
    }

    private static string[] Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return [.. EnvironmentFile.Read(stream, "vars.env").Select(variable => variable.ToString())];
    }
}
