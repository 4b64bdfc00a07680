using DockerPS.Images;
using Xunit;

namespace DockerPS.Tests.Unit.Images;

public sealed class PlatformJsonTests
{
    [Theory]
    [InlineData("linux/amd64", """{"os":"linux","architecture":"amd64"}""")]
    [InlineData("linux/arm/v7", """{"os":"linux","architecture":"arm","variant":"v7"}""")]
    public void Platform_is_written_as_engines_read_it(string platform, string json) => Assert.Equal(json, PlatformJson.Of(platform));

    [Theory]
    [InlineData("")]
    [InlineData("amd64")]
    [InlineData("linux/")]
    [InlineData("/amd64")]
    [InlineData("linux/arm/v7/more")]
    [InlineData("linux/ /v7")]
    public void Anything_else_is_refused_with_the_form_expected(string platform)
    {
        var failure = Assert.Throws<DockerException>(() => PlatformJson.Of(platform));

        Assert.Equal(DockerError.InvalidArgument, failure.Error);
        Assert.Contains("os/arch[/variant]", failure.Message, System.StringComparison.Ordinal);
    }
}
