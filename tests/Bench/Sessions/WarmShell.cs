using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;

namespace DockerPS.Bench.Sessions;

/// <summary>A shell in a process of its own that lasts over all runs, for what is measured in the real PowerShell with its own cmdlets.</summary>
internal sealed class WarmShell : IDisposable
{
    // Takes a line of script, and answers with the ticks that it took.
    private const string Loop = """
        $ErrorActionPreference = 'Stop'
        while ($null -ne ($line = [Console]::In.ReadLine())) {
            $block = [scriptblock]::Create($line)
            try {
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                $null = . $block
                [Console]::Out.WriteLine($watch.Elapsed.Ticks)
            }
            catch {
                [Console]::Out.WriteLine("$_")
            }
        }
        """;

    private readonly Process _process;

    public WarmShell(string host, string searchPath)
    {
        var start = new ProcessStartInfo(ShellProgram.FileName, ShellProgram.Arguments(Loop))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in ShellProgram.EnvironmentFor(host))
        {
            start.Environment[name] = value;
        }

        start.Environment["PATH"] = searchPath;
        _process = Process.Start(start)!;
    }

    /// <summary>Runs a line of script and gives the time it took.</summary>
    public async Task<TimeSpan> TimeAsync(string script)
    {
        await _process.StandardInput.WriteLineAsync(script);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync();
        return long.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? TimeSpan.FromTicks(ticks)
            : throw new InvalidOperationException($"{script}: {answer}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
