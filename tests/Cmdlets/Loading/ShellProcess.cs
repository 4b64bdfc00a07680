using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Loading;

/// <summary>Runs a script in a process of its own: what a process has loaded once stays there, so these tests can't share one.</summary>
internal static class ShellProcess
{
    private static readonly string Program = BuildOutput.Of("tests/Shell", "net10.0", "DockerPS.Shell.dll");

    // $Module is the manifest. Show-Loaded prints what of the module is where, as "context: name version, name version".
    private static readonly string Prologue = $$"""
        $ErrorActionPreference = 'Stop'
        $Module = '{{Repository.Module}}'
        function Join-Sorted([string[]] $Names = @()) { [Array]::Sort($Names, [StringComparer]::Ordinal); $Names -join ', ' }
        function Show-Loaded([string] $When) {
            foreach ($context in [Runtime.Loader.AssemblyLoadContext]::All) {
                $ours = foreach ($assembly in $context.Assemblies) {
                    if (-not $assembly.IsDynamic -and $assembly.Location.StartsWith('{{Path.Combine(Repository.Root, "bin")}}')) {
                        $assembly.GetName().Name + ' ' + $assembly.GetName().Version
                    }
                }
                if ($ours -or $context.Name -eq 'DockerPS') { "$When $($context.Name): $(Join-Sorted @($ours))" }
            }
        }

        """;

    /// <summary>The lines that the script writes.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string host, string script)
    {
        var result = await Tool.RunAsync(
            "dotnet",
            [Program, "-NoProfile", "-NonInteractive", "-Command", Prologue + script],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["DOCKER_HOST"] = host,
                ["DOCKER_CONTEXT"] = null,
                ["DOCKER_API_VERSION"] = null,
                ["NO_COLOR"] = "1",
            });
        Assert.True(result.Succeeded && result.Error.Length == 0, $"The script ended with {result.ExitCode}:\n{result.Error}\n{result.Output}");
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())];
    }
}
