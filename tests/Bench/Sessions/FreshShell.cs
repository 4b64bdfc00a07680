using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench.Sessions;

/// <summary>Runs a script in a new shell process.</summary>
internal static class FreshShell
{
    /// <summary>Gives the milliseconds that the script measured and wrote, one a line.</summary>
    public static async Task<double[]> MeasureAsync(string script, string host)
    {
        var ended = await Tool.DemandAsync(ShellProgram.FileName, ShellProgram.Arguments(script), ShellProgram.EnvironmentFor(host));
        return ended.Error.Length == 0
            ? [.. ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{script}: {ended.Error}");
    }
}
