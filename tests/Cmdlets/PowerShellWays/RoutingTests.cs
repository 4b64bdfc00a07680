using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Objects know their engine.</summary>
public sealed class RoutingTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory]
    [InlineData("")]
    [InlineData("| ConvertTo-CliXml | ConvertFrom-CliXml")]
    [InlineData("| Select-Object Name, ContainerId, Engine")]
    [InlineData("| Select-Object Name, Engine")]
    public async Task Pipeline_over_two_engines_routes_itself(string between)
    {
        var (old, young) = await TwoEnginesAsync();
        await Task.WhenAll(ContainersAsync(old, 3), ContainersAsync(young, 3));

        var outcome = Session().Invoke(
            $"Get-Container -Engine $old, $young -All -Label $label {between} | Remove-Container", ("old", old.Host), ("young", young.Host), ("label", Label));

        outcome.AssertSucceeded();
        Assert.Empty(await LeftAsync(old));
        Assert.Empty(await LeftAsync(young));
    }

    [Fact]
    public async Task Engines_items_come_together()
    {
        var (old, young) = await TwoEnginesAsync();
        await Task.WhenAll(ContainersAsync(old, 4), ContainersAsync(young, 4));

        var outcome = Session().Invoke("(Get-Container -Engine $old, $young -All -Label $label).Engine", ("old", old.Host), ("young", young.Host), ("label", Label));

        var came = outcome.AssertSucceeded().Texts();
        Assert.Equal(8, came.Count);
        Assert.Equal(2, came.Zip(came.Skip(1)).Count(pair => pair.First != pair.Second) + 1);
    }

    [Theory]
    [InlineData("Remove-Container", "RemoveContainer")]
    [InlineData("Stop-Container", "StopContainer")]
    [InlineData("Get-Container", "GetContainer")]
    [InlineData("Get-ContainerDetail", "GetContainerDetail")]
    [InlineData("Get-ContainerLog", "GetContainerLog")]
    [InlineData("Wait-Container", "WaitContainer")]
    public async Task Object_of_another_engine_than_the_one_named_is_refused(string command, string cmdlet)
    {
        var (old, young) = await TwoEnginesAsync();
        var (name, _) = await ContainerAsync(old);
        var (other, _) = await ContainerAsync(young, name: name);

        var outcome = Session().Invoke($"Get-Container $name -Engine $old | {command} -Engine $young", ("name", name), ("old", old.Host), ("young", young.Host));

        var error = outcome.AssertError("EngineMismatch");
        Assert.EndsWith(cmdlet, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.InvalidArgument, (object)name), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Contains(old.Host, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(young.Host, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Leave out -Engine", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal([name], await LeftAsync(old));
        Assert.Equal([other], await LeftAsync(young));
    }

    [Fact]
    public async Task Image_of_another_engine_than_the_one_named_is_refused()
    {
        var (old, young) = await TwoEnginesAsync();

        var outcome = Session().Invoke("Get-ContainerImage busybox:test -Engine $old | Get-ContainerImage -Engine $young", ("old", old.Host), ("young", young.Host));

        Assert.Equal("EngineMismatch,DockerPS.Cmdlets.Images.GetContainerImage", outcome.AssertError("EngineMismatch").FullyQualifiedErrorId);
        Assert.Single(Session().Invoke("Get-ContainerImage busybox:test -Engine $old | Get-ContainerImage -Engine $young, $old", ("old", old.Host), ("young", young.Host)).AssertSucceeded().Output);
    }

    [Fact]
    public async Task Mismatch_is_one_error_and_the_others_go_on()
    {
        var (old, young) = await TwoEnginesAsync();
        var (strange, _) = await ContainerAsync(old);
        var (known, _) = await ContainerAsync(young);

        var outcome = Session().Invoke(
            "& { Get-Container $strange -Engine $old; Get-Container $known -Engine $young } | Remove-Container -Engine $young",
            ("strange", strange), ("known", known), ("old", old.Host), ("young", young.Host));

        Assert.Equal(strange, outcome.AssertError("EngineMismatch").TargetObject);
        Assert.Empty(await LeftAsync(young));
        Assert.Equal([strange], await LeftAsync(old));
    }

    [Theory, EveryEngine]
    public async Task Engine_may_be_given_as_an_object_that_has_one(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);

        var outcome = Session().Invoke(
            "$one = Get-Container $name -Engine $engine; Get-Container $name -Engine $one; Test-DockerEngine (Test-DockerEngine $engine -Detailed)",
            ("name", name), ("engine", engine.Host));

        Assert.Equal([name, "True"], outcome.AssertSucceeded().Texts());
    }
}
