using System.Linq;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>States have colours where the console has them, and nowhere else.</summary>
public sealed class ColorTests : RenderedTests
{
    private const string Green = "\u001b[32m";

    private const string Yellow = "\u001b[33m";

    private const string Red = "\u001b[31m";

    [Theory]
    [InlineData("State = 'Running'", Green)]
    [InlineData("State = 'Running'; Health = 'Healthy'", Green)]
    [InlineData("State = 'Running'; Health = 'Starting'", Yellow)]
    [InlineData("State = 'Running'; Health = 'Unhealthy'", Red)]
    [InlineData("State = 'Paused'", Yellow)]
    [InlineData("State = 'Restarting'", Yellow)]
    [InlineData("State = 'Dead'", Red)]
    [InlineData("State = 'Exited'; ExitCode = 1", Red)]
    [InlineData("State = 'Exited'; ExitCode = 137", Yellow)]
    [InlineData("State = 'Exited'; ExitCode = 0", "")]
    [InlineData("State = 'Created'", "")]
    public void A_state_has_its_color(string properties, string color)
    {
        Host.HasColors = true;

        var row = Rendered(120, Container(properties)).Single(line => line.StartsWith("web", System.StringComparison.Ordinal));

        Assert.Contains(color.Length > 0 ? $" {color}as it is\u001b[0m" : " as it is ", row, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_in_details_has_its_color()
    {
        Host.HasColors = true;

        var text = string.Concat(Rendered(120, "[DockerPS.ContainerDetail] @{ Name = 'web'; State = 'Running'; Health = 'Unhealthy' } | Format-Table"));

        Assert.Contains($" {Red}Running\u001b[0m", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_another_session_have_colors_too()
    {
        Host.HasColors = true;

        var text = string.Concat(Rendered(120, Container("State = 'Paused'; Health = 'None'") + " | ConvertTo-CliXml | ConvertFrom-CliXml"));

        Assert.Contains($"{Yellow}as it is", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_without_colors_gets_none() =>
        Assert.DoesNotContain('\u001b', string.Concat(Rendered(120, Container("State = 'Running'"))));

    [Theory]
    [InlineData("{0} | Out-String")]
    [InlineData("({0}).Status")]
    [InlineData("{0} | Format-List | Out-String")]
    [InlineData("{0} | ConvertTo-CliXml")]
    [InlineData("{0} | ConvertTo-Json -Depth 2")]
    public void Text_has_no_colors(string script)
    {
        Host.HasColors = true;

        var text = string.Concat(Host.Invoke(script.Replace("{0}", Container("State = 'Running'"), System.StringComparison.Ordinal)).AssertSucceeded().Texts());

        Assert.Contains("as it is", text, System.StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain("_x001B_", text, System.StringComparison.Ordinal);
        Assert.DoesNotContain("u001b", text, System.StringComparison.OrdinalIgnoreCase);
    }

    private static string Container(string properties) => $"[DockerPS.Container] @{{ Name = 'web'; Image = 'nginx'; Status = 'as it is'; {properties} }}";
}
