using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.PowerShellWays;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>What several engines were asked for stands under their names; what one was asked for does not.</summary>
public sealed class GroupTests(SharedEngines engines) : WaysTests(engines)
{
    private string _oldId = "";
    private string _youngId = "";

    [Theory]
    [InlineData("")]
    [InlineData("| ConvertTo-CliXml | ConvertFrom-CliXml")]
    [InlineData("| Start-Container")]
    public async Task Containers_of_two_engines_are_grouped(string then)
    {
        using var host = await ConnectedAsync();

        // Which engine answers first is not known, and "old" goes before "young".
        var lines = host.Render($"$both = Get-Container -Engine old, young -All -Label $label {then}; $both | Sort-Object Engine").Where(line => line.Length > 0).Select(Start);

        Assert.Equal(["   Engine: old", "Name", "----", "c-old", "   Engine: young", "Name", "----", "c-young"], lines);
    }

    [Theory]
    [InlineData("Get-Container -Engine old, young -Label $label")]
    [InlineData("Get-Container -Engine old, young -Label $label | Get-ContainerDetail | Format-Table")]
    [InlineData("Get-Container -Engine old, young -Label $label | Get-ContainerProcess")]
    [InlineData("Get-Container -Engine old, young -Label $label | Measure-Container")]
    [InlineData("Get-Container -Engine old, young -Label $label | Restart-Container -Timeout 0 -PassThru")]
    [InlineData("Get-ContainerImage -Engine old, young busybox:test")]
    [InlineData("Get-ContainerImage -Engine old, young busybox:test | Format-Wide")]
    [InlineData("Get-ContainerImage -Engine old, young busybox:test | Get-ContainerImageHistory")]
    [InlineData("Get-ContainerNetwork -Engine old, young bridge")]
    [InlineData("Get-ContainerNetwork -Engine old, young bridge | Get-ContainerNetworkDetail | ForEach-Object Containers")]
    [InlineData("Get-DockerDiskUsage -Engine old, young")]
    [InlineData("Get-DockerDiskUsage -Engine old, young | ForEach-Object Items")]
    public async Task Each_engine_has_one_header(string command)
    {
        using var host = await ConnectedAsync(start: true);

        var headers = host.Render(command).Where(line => line.Contains("Engine:", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        // What a detail or a summary has inside does not know what else was asked.
        Assert.Equal(command.Contains("ForEach-Object", StringComparison.Ordinal) ? [] : ["   Engine: old", "   Engine: young"], headers);
    }

    [Theory]
    [InlineData("Get-Container -Engine old -All -Label $label")]
    [InlineData("Get-Container -Engine old -All -Label $label | ConvertTo-CliXml | ConvertFrom-CliXml")]
    [InlineData("Get-Container -Engine old, old -All -Label $label | Select-Object -First 1")]
    [InlineData("Get-Container -Engine old -All -Label $label; Get-Container -Engine young -All -Label $label")]
    [InlineData("Get-ContainerImage -Engine young busybox:test")]
    public async Task One_engine_has_no_header(string command)
    {
        using var host = await ConnectedAsync();

        var lines = host.Render(command).ToList();

        Assert.DoesNotContain(lines, line => line.Contains("Engine", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("---", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_engine_was_asked_for_is_not_shown_under_another()
    {
        using var host = await ConnectedAsync();

        var lines = host.Render("Get-Container -Engine young, old -All -Label $label | Sort-Object Engine; Get-Container -Engine old -All -Label $label")
            .Where(line => line.Length > 0).Select(Start);

        Assert.Equal(["   Engine: old", "Name", "----", "c-old", "   Engine: young", "Name", "----", "c-young", "Name", "----", "c-old"], lines);
    }

    [Fact]
    public async Task Grouped_objects_are_what_they_were()
    {
        using var host = await ConnectedAsync();

        var outcome = host.Invoke("""
            $one = Get-Container -Engine old, young -All -Label $label | Select-Object -First 1
            $one.GetType().FullName
            $one.PSTypeNames[0]
            $one | Get-Member -MemberType Properties | Where-Object Name -like '*Group*'
            @($one.PSObject.Properties.Name) -like '*Group*'
            """);

        Assert.Equal(["DockerPS.Container", "DockerPS.Container"], outcome.AssertSucceeded().Texts());
    }

    private async Task<PowerShellHost> ConnectedAsync(bool start = false)
    {
        var (old, young) = await TwoEnginesAsync();
        (_, _oldId) = await ContainerAsync(old, start: start);
        (_, _youngId) = await ContainerAsync(young, start: start);
        var host = new PowerShellHost();
        host.Invoke(
            "Connect-DockerEngine -Name old $old -NoDefault; Connect-DockerEngine -Name young $young -NoDefault; $label = $run",
            ("old", old.Host), ("young", young.Host), ("run", Label)).AssertSucceeded();
        return host;
    }

    // A group's header, a line's first word, or the container that it shows.
    private string Start(string line) => line.StartsWith("   ", StringComparison.Ordinal) ? line
        : line.Contains(_oldId[..12], StringComparison.Ordinal) ? "c-old"
        : line.Contains(_youngId[..12], StringComparison.Ordinal) ? "c-young"
        : line.Split(' ')[0];
}
