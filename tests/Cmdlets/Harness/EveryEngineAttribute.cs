using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace DockerPS.Tests.Cmdlets;

/// <summary>
/// Runs a theory on each engine version: the version's name is the first argument, and what stands here are the others.
/// Several of these give several rows a version.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryEngineAttribute(params object?[] arguments) : DataAttribute
{
    public IReadOnlyList<object?> Arguments { get; } = arguments ?? [null];

    /// <summary>The subject of docs/podman.md for which this row is skipped on Podman, as <see cref="PodmanDiffersAttribute"/> skips whole tests.</summary>
    public string? PodmanDiffers { get; set; }

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = SharedEngines.Versions.Select(version => new TheoryDataRow([version.Name, .. Arguments]) { Skip = SkipReason(testMethod, version) });
        return new ValueTask<IReadOnlyCollection<ITheoryDataRow>>([.. rows]);
    }

    private string? SkipReason(MethodInfo test, EngineVersion version) =>
        PodmanDiffers is not null && version == EngineVersion.Podman
            ? PodmanDiffersAttribute.SkipReason(PodmanDiffers)
            : PodmanDiffersAttribute.SkipReason(test, version);
}
