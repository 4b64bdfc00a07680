using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Loading;

/// <summary>Runs tests/Framework, which uses the module's build for .NET Framework, under Mono.</summary>
internal static class FrameworkDriver
{
    private static readonly string Program = BuildOutput.Of("tests/Framework", "net472", "DockerPS.Tests.Framework.exe");

    /// <summary>Runs a scenario to its end, and gives the values that it printed.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(string host, string scenario, params string[] arguments)
    {
        Assert.SkipUnless(MonoRuntime.Missing is null, MonoRuntime.Missing ?? "");
        // Windows PowerShell has no such file for us.
        Assert.False(File.Exists(Program + ".config"), "The driver has a configuration of its own, so it proves nothing.");
        var result = await Tool.RunAsync(
            MonoRuntime.Program,
            [Program, Path.Combine(Repository.Root, "bin/DockerPS.dll"), scenario, .. arguments],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["DOCKER_HOST"] = host,
                ["DOCKER_CONTEXT"] = null,
                ["DOCKER_API_VERSION"] = null,
                ["LANG"] = "C.UTF-8",
            },
            TimeSpan.FromMinutes(3));
        Assert.True(result.Succeeded, $"'{scenario}' failed with {result.ExitCode}:\n{result.Error}\n{result.Output}");
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }
}
