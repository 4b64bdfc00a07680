using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class LabelFileTests
{
    [Fact]
    public void It_is_read_as_docker_reads_it() =>
        Assert.Equal(["app=web", "tier=1 ", "empty"], Read("# labels\napp=web\r\n\n  tier=1 \nalone\nempty=\n"));

    [Fact]
    public void A_wrong_line_is_named_by_its_number() =>
        Assert.Contains("labels, line 2: the name 'tier ' contains white space", Assert.Throws<FormatException>(() => Read("a=1\ntier = 1")).Message, StringComparison.Ordinal);

    private static string[] Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. LabelFile.Read(stream, "labels").Select(label => label.ToString())];
    }
}
