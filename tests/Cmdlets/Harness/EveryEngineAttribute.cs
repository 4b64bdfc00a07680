using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
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

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = SharedEngines.Versions.Select(version => new TheoryDataRow([version.Name, .. Arguments]));
        return new ValueTask<IReadOnlyCollection<ITheoryDataRow>>([.. rows]);
    }
}
