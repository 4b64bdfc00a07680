using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Packaging;

/// <summary>The built module, packed into a folder that goes with this.</summary>
public sealed class PackedModule : IAsyncLifetime
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"dockerps-package-{Guid.NewGuid():n}");

    public string Module => Path.Combine(Folder, "DockerPS");

    public string Version => Path.GetFileName(Directory.GetFiles(Folder, "*.nupkg").Single())["DockerPS.".Length..^".nupkg".Length];

    public async ValueTask InitializeAsync()
    {
        var result = await Tool.RunAsync(
            "dotnet",
            [BuildOutput.Of("tests/Shell", "net10.0", "DockerPS.Shell.dll"), "-NoProfile", "-NonInteractive", "-File", Path.Combine(Repository.Root, "src", "pack.ps1"), "-Destination", Folder],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["NO_COLOR"] = "1" });
        Assert.True(result.Succeeded && result.Error.Length == 0, $"{result.ExitCode}: {result.Error}\n{result.Output}");
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The module's files, by their names from its folder.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.GetFiles(Module, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Module, path))];
}
