using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace DockerPS.Tests.Cmdlets.Loading;

/// <summary>What the build made, as names and versions.</summary>
internal static class BuiltModule
{
    private static readonly string Bin = Path.Combine(Repository.Root, "bin");

    /// <summary>DockerPS.dll.</summary>
    public static string Module { get; } = NameAndVersion(Path.Combine(Bin, "DockerPS.dll"));

    /// <summary>All assemblies of a build of the engine, sorted.</summary>
    public static IReadOnlyList<string> Engine(string framework) =>
        [.. Directory.GetFiles(Path.Combine(Bin, framework), "*.dll").Select(NameAndVersion).Order(StringComparer.Ordinal)];

    public static string NameAndVersion(string file)
    {
        var name = AssemblyName.GetAssemblyName(file);
        return $"{name.Name} {name.Version}";
    }
}
