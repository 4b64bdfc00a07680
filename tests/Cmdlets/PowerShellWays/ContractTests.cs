using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>What every cmdlet promises by its attributes.</summary>
public sealed class ContractTests(SharedEngines engines) : WaysTests(engines)
{
    private static readonly string[] Reading = ["ConvertFrom", "ConvertTo", "Find", "Get", "Measure", "Resolve", "Test", "Wait"];

    // Its verb says that nothing changes, and yet there is an image afterwards.
    private const string MakesAnImage = "ConvertTo-ContainerImage";

    private static readonly string[] Common = ["vb", "db", "ea", "wa", "infa", "proga", "ev", "wv", "iv", "ov", "ob", "pv", "wi", "cf"];

    [Fact]
    public void Cmdlets_that_change_support_should_process()
    {
        foreach (var cmdlet in Cmdlets())
        {
            var reads = Reading.Contains(cmdlet.Verb, StringComparer.Ordinal) && cmdlet.Name != MakesAnImage;
            Assert.True(reads != cmdlet.Parameters.ContainsKey("WhatIf"), cmdlet.Name);
        }
    }

    [Fact]
    public void Removal_is_of_medium_impact()
    {
        var remove = Cmdlets().Single(cmdlet => cmdlet.Name == "Remove-Container");

        Assert.Equal(ConfirmImpact.Medium, new CommandMetadata(remove).ConfirmImpact);
    }

    [Fact]
    public void Names_and_aliases_of_parameters_are_unique()
    {
        foreach (var cmdlet in Cmdlets())
        {
            var names = cmdlet.Parameters.Values.SelectMany(parameter => parameter.Aliases.Append(parameter.Name))
                .Concat(Common.Where(alias => !cmdlet.Parameters.Values.Any(parameter => parameter.Aliases.Contains(alias))));
            Assert.Empty(names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"{cmdlet.Name} -{same.Key}"));
        }
    }

    [Fact]
    public void Pipeline_binds_by_value_only()
    {
        foreach (var parameter in Cmdlets().SelectMany(cmdlet => cmdlet.ParameterSets).SelectMany(set => set.Parameters))
        {
            Assert.False(parameter.ValueFromPipelineByPropertyName, parameter.Name);
        }
    }

    [Fact]
    public void No_output_type_has_a_time_that_dates_can_not_be_taken_from()
    {
        var types = new HashSet<Type>();
        foreach (var type in Cmdlets().SelectMany(cmdlet => cmdlet.OutputType).Select(output => output.Type))
        {
            Collect(type, types);
        }

        Assert.True(types.Count > 8, $"{types.Count} types");
        Assert.DoesNotContain(typeof(DateTimeOffset), types);
    }

    [Theory, EveryEngine, PodmanDiffers("`Update-Container` and `ConvertTo-ContainerCommand`")]
    public async Task What_is_written_is_what_output_type_says(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine, start: true);
        var made = Names.Next();
        var host = Session(engine);
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Answer("/images/create", PullAnswers.Whole());

        var runs = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["ConvertFrom-ContainerCommand"] = ["ConvertFrom-ContainerCommand 'docker run --rm alpine'"],
            ["ConvertTo-ContainerCommand"] = ["ConvertTo-ContainerCommand $name"],
            ["Connect-DockerEngine"] = ["Connect-DockerEngine $engine"],
            ["Get-DockerContext"] = ["Get-DockerContext default"],
            ["Get-DockerEngine"] = ["Get-DockerEngine"],
            ["Get-Container"] = ["Get-Container $name"],
            ["Get-ContainerDetail"] = ["Get-ContainerDetail $name"],
            ["Get-ContainerImage"] = ["Get-ContainerImage busybox:test"],
            ["Get-ContainerImageDetail"] = ["Get-ContainerImageDetail busybox:test"],
            ["Get-ContainerImageHistory"] = ["Get-ContainerImageHistory busybox:test"],
            ["Add-ContainerImageTag"] = ["Add-ContainerImageTag busybox:test ${made}:1 -PassThru"],
            ["Remove-ContainerImage"] = ["Remove-ContainerImage ${made}:1"],
            ["Get-ContainerLog"] = ["Get-ContainerLog $name", "Get-ContainerLog $name -Raw"],
            ["Get-ContainerProcess"] = ["Get-ContainerProcess $name"],
            ["Install-ContainerImage"] = ["Install-ContainerImage busybox:test -Engine $proxy"],
            ["Invoke-Container"] = ["Invoke-Container busybox:test -Rm echo x", "Invoke-Container busybox:test -Rm echo x -AsByteStream", "Invoke-Container busybox:test -Rm echo x -AsResult"],
            ["Invoke-ContainerCommand"] = ["Invoke-ContainerCommand $name echo x", "Invoke-ContainerCommand $name echo x -AsByteStream", "Invoke-ContainerCommand $name echo x -AsResult"],
            ["New-Container"] = ["New-Container busybox:test -Name $made"],
            ["Set-Container"] = ["Set-Container $made -CpuShares 512 -PassThru", "Set-Container $made -CpuShares 1024"],
            ["Start-Container"] = ["Start-Container $made"],
            ["ConvertTo-ContainerImage"] = ["ConvertTo-ContainerImage $made $made"],
            ["Update-Container"] = ["Update-Container $made -Pull Never"],
            ["Copy-ContainerItem"] = ["Copy-ContainerItem ${name}:/etc/passwd ${made}:/tmp"],
            ["Restart-Container"] = ["Restart-Container $made -PassThru", "Restart-Container $made"],
            ["Wait-Container"] = ["Wait-Container $made -Condition NotRunning"],
            ["Stop-Container"] = ["Stop-Container $made -PassThru", "Stop-Container $made"],
            ["Remove-Container"] = ["Remove-Container $made -Force"],
            ["Get-DockerInfo"] = ["Get-DockerInfo"],
            ["Get-DockerVersion"] = ["Get-DockerVersion"],
            ["Get-DockerDiskUsage"] = ["Get-DockerDiskUsage", "Get-DockerDiskUsage -Detailed"],
            ["Register-DockerEvent"] = ["Register-DockerEvent $name -SourceIdentifier contract -Action { }; Unregister-Event contract"],
            ["Get-DockerEvent"] = ["Get-DockerEvent $name"],
            ["New-ContainerNetwork"] = ["New-ContainerNetwork $made"],
            ["Get-ContainerNetwork"] = ["Get-ContainerNetwork $made"],
            ["Get-ContainerNetworkDetail"] = ["Get-ContainerNetworkDetail $made"],
            ["Connect-ContainerNetwork"] = ["Connect-ContainerNetwork $made $name -PassThru"],
            ["Disconnect-ContainerNetwork"] = ["Disconnect-ContainerNetwork $made $name -PassThru"],
            ["Remove-ContainerNetwork"] = ["Remove-ContainerNetwork $made"],
            ["New-ContainerVolume"] = ["New-ContainerVolume $made"],
            ["Get-ContainerVolume"] = ["Get-ContainerVolume $made"],
            ["Export-ContainerVolume"] = ["Export-ContainerVolume $made /tmp/$made.tar"],
            ["Import-ContainerVolume"] = ["Import-ContainerVolume $made /tmp/$made.tar -PassThru", "[IO.File]::Delete(\"/tmp/$made.tar\")"],
            ["Copy-ContainerVolume"] = ["Copy-ContainerVolume $made $made-copy -PassThru", "Remove-ContainerVolume $made-copy -Confirm:$false"],
            ["Remove-ContainerVolume"] = ["Remove-ContainerVolume $made -Confirm:$false"],
            ["New-ContainerImage"] = ["New-ContainerImage -Dockerfile 'FROM busybox:test' -Tag $made"],
            ["Clear-DockerBuildCache"] = ["Clear-DockerBuildCache -OlderThan 24h -Confirm:$false"],
            ["Test-DockerEngine"] = ["Test-DockerEngine", "Test-DockerEngine -Detailed"],
        };
        OutputTypes.Check(host, runs, ("name", name), ("made", made), ("proxy", proxy.Host), ("engine", engine.Host));
        await engine.Http.DeleteAsync($"/images/{made}:latest");
    }

    private static void Collect(Type type, HashSet<Type> types)
    {
        if (!types.Add(type))
        {
            return;
        }

        foreach (var part in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
        {
            Collect(part, types);
        }

        if (type.Namespace == "DockerPS" && !type.IsEnum)
        {
            foreach (var property in type.GetProperties())
            {
                Collect(property.PropertyType, types);
            }
        }
    }

    private List<CmdletInfo> Cmdlets() => [.. Session().Invoke("Get-Command -Module DockerPS").AssertSucceeded().Objects<CmdletInfo>()];
}
