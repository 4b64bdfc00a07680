using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>Runs a program with a time limit, so that nothing that hangs can hang a test run.</summary>
public static class Tool
{
    public static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(120);

    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeLimit = null,
        CancellationToken cancel = default)
    {
        var limit = timeLimit ?? DefaultTimeLimit;
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { UseShellExecute = false } };
        process.StartInfo.RedirectStandardInput = true;
        process.StartInfo.RedirectStandardOutput = true;
        process.StartInfo.RedirectStandardError = true;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        process.StandardInput.Close();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ending.CancelAfter(limit);
        try
        {
            // The readers wait for the pipes' end as well: a grandchild that keeps one open counts against the limit.
            var output = process.StandardOutput.ReadToEndAsync(ending.Token);
            var error = process.StandardError.ReadToEndAsync(ending.Token);
            await process.WaitForExitAsync(ending.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' did not end within {limit.TotalSeconds:0} s.", late);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>As <see cref="RunAsync"/>, and a failure is an exception with the program's own words.</summary>
    public static async Task<CommandResult> DemandAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeLimit = null,
        CancellationToken cancel = default)
    {
        var result = await RunAsync(program, arguments, environment, timeLimit, cancel);
        return result.Succeeded
            ? result
            : throw new InvalidOperationException(
                $"'{program} {string.Join(' ', arguments)}' failed with {result.ExitCode}: {(result.Error.Trim() is { Length: > 0 } said ? said : result.Output.Trim())}");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself, which is the usual case.
        }
    }
}
