using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerPS.Bench.Sessions;

/// <summary>The shell that benchmarks start as a process: pwsh where it is installed, otherwise the console host of tests/Shell.</summary>
internal static class ShellProgram
{
    private static readonly string? Installed = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "pwsh"))
        .FirstOrDefault(File.Exists);

    public static string Name => Installed is null ? "the test shell" : "pwsh";

    public static string FileName => Installed ?? "dotnet";

    /// <summary>The arguments that run a script.</summary>
    public static IReadOnlyList<string> Arguments(string script) => Installed is not null
        ? ["-NoProfile", "-NonInteractive", "-Command", script]
        : [Repository.Built("Shell", "net10.0", "DockerPS.Shell.dll"), "-NoProfile", "-NonInteractive", "-Command", script];

    /// <summary>What each process gets: the engine, and nothing that goes out of this machine.</summary>
    public static IReadOnlyDictionary<string, string?> EnvironmentFor(string host) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["DOCKER_HOST"] = host,
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
    };
}
