using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DockerPS.Tests.Engines;

namespace DockerPS.Tests.Cmdlets;

/// <summary>
/// Says that Podman can't do what a test, or a class of tests, asks for: the test's rows are skipped there.
/// The subject is the first cell of a row of docs/podman.md, where users read the same.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class PodmanDiffersAttribute(string subject) : Attribute
{
    public string Subject { get; } = subject;

    /// <summary>Why a test is skipped on an engine, or null where it runs.</summary>
    public static string? SkipReason(MethodInfo test, EngineVersion version)
    {
        ArgumentNullException.ThrowIfNull(test);
        return version == EngineVersion.Podman && Of(test).FirstOrDefault() is { } subject ? SkipReason(subject) : null;
    }

    /// <summary>What the output of a run says of a test that was skipped.</summary>
    public static string SkipReason(string subject) => $"Podman differs: {subject} (docs/podman.md)";

    /// <summary>The subjects that stand on a test and on its class.</summary>
    public static IEnumerable<string> Of(MethodInfo test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test.GetCustomAttributes<PodmanDiffersAttribute>()
            .Concat(test.ReflectedType!.GetCustomAttributes<PodmanDiffersAttribute>())
            .Select(attribute => attribute.Subject);
    }
}
