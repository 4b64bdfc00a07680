using System.IO;

namespace DockerPS.Tests.Engines;

/// <summary>Mono, which stands in for .NET Framework where there is no Windows.</summary>
public static class MonoRuntime
{
    /// <summary>What <c>install</c> calls it.</summary>
    public const string Name = "mono";

    public const string Program = "/usr/bin/mono";

    /// <summary>Debian's package: the runtime alone lacks the facades, such as netstandard.dll, that are part of .NET Framework.</summary>
    internal const string Package = "mono-devel";

    /// <summary>Why it can't be used, in one line, or null when it can.</summary>
    public static string? Missing => File.Exists(Program) && DebianPackages.InstalledVersion(Package) is not null
        ? null
        : $"the package {Package} is not installed: run 'install {Name}'";
}
