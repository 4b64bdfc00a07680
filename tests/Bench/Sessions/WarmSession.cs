using System;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using DockerPS.Shell.Commands;

namespace DockerPS.Bench.Sessions;

/// <summary>A PowerShell session in this process, with the module imported, that lasts over all runs.</summary>
internal sealed class WarmSession : IDisposable
{
    private readonly Runspace _runspace;

    public WarmSession(string host)
    {
        var session = InitialSessionState.CreateDefault2();
        ShellCommands.AddTo(session);
        // What modules a machine happens to have must not be looked for.
        session.Variables.Add(new SessionStateVariableEntry("PSModuleAutoLoadingPreference", PSModuleAutoLoadingPreference.None, ""));
        _runspace = RunspaceFactory.CreateRunspace(session);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Time($"Import-Module '{Repository.Module}'; $env:DOCKER_HOST = '{host}'");
    }

    /// <summary>Runs a script and gives the time it took; an error in it ends the benchmark.</summary>
    public TimeSpan Time(string script)
    {
        using var powerShell = PowerShell.Create(_runspace);
        powerShell.AddScript(script);
        var watch = Stopwatch.StartNew();
        powerShell.Invoke();
        watch.Stop();
        return powerShell.Streams.Error.Count == 0
            ? watch.Elapsed
            : throw new InvalidOperationException($"{script}: {powerShell.Streams.Error[0]}");
    }

    /// <summary>The one value that a script gives.</summary>
    public T Ask<T>(string script)
    {
        using var powerShell = PowerShell.Create(_runspace);
        powerShell.AddScript(script);
        var values = powerShell.Invoke<T>();
        return values.Count == 1 ? values[0] : throw new InvalidOperationException($"{script} gave {values.Count} values: {string.Join(' ', powerShell.Streams.Error)}");
    }

    public void Dispose() => _runspace.Dispose();
}
