using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Loading;

/// <summary>Another module, or the host, has brought other versions of what the engine's build brings: neither gets in the other's way.</summary>
public sealed class VersionsBesideTests(SharedEngines engines) : EngineTests(engines)
{
    private static readonly IReadOnlyList<string> Files =
        [.. typeof(VersionsBesideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(data => data.Key == "Beside").Select(data => data.Value!)];

    private static readonly string LoadOthers = string.Join(
        '\n', Files.Select(file => $"[void] [Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath('{file}')"));

    // What there is of these names, wherever it comes from.
    private static readonly string ShowAll = $$"""
        foreach ($context in [Runtime.Loader.AssemblyLoadContext]::All) {
            $found = foreach ($assembly in $context.Assemblies) {
                if ($assembly.GetName().Name -in '{{string.Join("', '", Files.Select(file => BuiltModule.NameAndVersion(file).Split(' ')[0]))}}') {
                    $assembly.GetName().Name + ' ' + $assembly.GetName().Version
                }
            }
            if ($found) { "$($context.Name): $(Join-Sorted @($found))" }
        }
        'Others see: ' + [Microsoft.Extensions.Logging.ILogger].Assembly.GetName().Version + ', ' + [Docker.DotNet.DockerClient].Assembly.GetName().Version
        """;

    [Theory, EveryEngine]
    public Task Versions_that_are_there_before_stay_and_ours_are_used(string version) => UseBesideAsync(version, LoadOthers, "");

    [Theory, EveryEngine]
    public Task Versions_that_come_later_find_their_place(string version) => UseBesideAsync(version, "", LoadOthers);

    private async Task UseBesideAsync(string version, string before, string after)
    {
        var engine = await EngineAsync(version);
        var name = Names.Next();

        var said = await ShellProcess.RunAsync(engine.Host, $$"""
            {{before}}
            Import-Module $Module
            Start-Container -Image {{TestImage.Reference}} -Name {{name}} -Command sleep, 600 | ForEach-Object Name
            {{after}}
            Get-Container {{name}} | ForEach-Object { "$($_.Name) $($_.State)" }
            Remove-Container {{name}} -Force
            @(Get-Container -All | Where-Object Name -eq {{name}}).Count
            {{ShowAll}}
            """);

        var theirs = Files.Select(BuiltModule.NameAndVersion).Order(StringComparer.Ordinal).ToList();
        var names = theirs.Select(text => text.Split(' ')[0]).ToList();
        var ours = BuiltModule.Engine("net8.0").Where(text => names.Contains(text.Split(' ')[0])).ToList();
        Assert.Equal(3, ours.Count);
        Assert.Empty(ours.Intersect(theirs));
        Assert.Equal(
            [
                name, $"{name} Running", "0", "Default: " + string.Join(", ", theirs), "DockerPS: " + string.Join(", ", ours),
                "Others see: 10.0.0.0, 3.125.0.0",
            ],
            said);
    }
}
