using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using DockerPS.Shell.Commands;

namespace DockerPS.Tests.Cmdlets;

/// <summary>A PowerShell session of a test's own, with the module imported. Each script has a time limit.</summary>
public sealed class PowerShellHost : IDisposable
{
    public static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(60);

    private readonly Runspace _runspace;
    private readonly RecordingUI _ui;
    private readonly RecordingHost _host;

    public PowerShellHost(PowerShellHostOptions? options = null)
    {
        options ??= new PowerShellHostOptions();
        var session = InitialSessionState.CreateDefault2();
        ShellCommands.AddTo(session);
        // What modules a machine happens to have must not decide a test.
        session.Variables.Add(new SessionStateVariableEntry("PSModuleAutoLoadingPreference", PSModuleAutoLoadingPreference.None, ""));
        _ui = new RecordingUI(options.Width);
        _host = new RecordingHost(_ui);
        _runspace = RunspaceFactory.CreateRunspace(_host, session);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        try
        {
            Prepare(options);
        }
        catch
        {
            _runspace.Dispose();
            throw;
        }
    }

    /// <summary>Columns of the console.</summary>
    public int Width
    {
        get => _ui.Width;
        set => _ui.Width = value;
    }

    /// <summary>Whether the console shows colours.</summary>
    public bool HasColors
    {
        get => _ui.HasColors;
        set => _ui.HasColors = value;
    }

    /// <summary>What <c>exit</c> was called with.</summary>
    public int? ExitCode => _host.ExitCode;

    public Runspace Runspace => _runspace;

    /// <summary>Prepares answers for the next questions: a choice's label (<c>Yes</c>, <c>No to All</c>) or a field's value.</summary>
    public void Answer(params string[] answers) => _ui.Answer(answers);

    /// <summary>Runs a script to its end.</summary>
    /// <exception cref="TimeoutException">It did not end in time, and was stopped.</exception>
    public Outcome Invoke(string script, params (string Name, object? Value)[] variables)
    {
        using var running = BeginInvoke(script, variables);
        return running.End(DefaultTimeLimit);
    }

    /// <summary>What the script's output and errors look like on a console of this width, as lines without trailing space.</summary>
    public IReadOnlyList<string> Render(string script, params (string Name, object? Value)[] variables)
    {
        using var running = Begin(script, variables, powerShell =>
        {
            // As the console does: errors are shown by the formatter, at their place in the output.
            powerShell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            powerShell.AddCommand("Out-Default");
        });
        return running.End(DefaultTimeLimit).HostLines;
    }

    /// <summary>Starts a script and returns at once: for what runs until it is stopped.</summary>
    public RunningScript BeginInvoke(string script, params (string Name, object? Value)[] variables) => Begin(script, variables, _ => { });

    public void Dispose() => _runspace.Dispose();

    private RunningScript Begin(string script, (string Name, object? Value)[] variables, Action<PowerShell> complete)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var (name, value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        _ui.Take();
        var powerShell = PowerShell.Create(_runspace);
        powerShell.AddScript(script);
        complete(powerShell);
        return new RunningScript(powerShell, _ui);
    }

    private void Prepare(PowerShellHostOptions options)
    {
        if (options.Module is { } module)
        {
            Demand("Import-Module -Name $ModulePath -ErrorAction Stop; Remove-Variable ModulePath", ("ModulePath", module));
        }

        if (options.Engine is { } engine)
        {
            Demand("$PSDefaultParameterValues['*-*:Engine'] = $EngineName; Remove-Variable EngineName", ("EngineName", engine));
        }

        if (options.LanguageMode != PSLanguageMode.FullLanguage)
        {
            _runspace.SessionStateProxy.LanguageMode = options.LanguageMode;
        }
    }

    private void Demand(string script, params (string Name, object? Value)[] variables)
    {
        var outcome = Invoke(script, variables);
        if (outcome.Exception is not null || outcome.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The session could not be prepared. {outcome}", outcome.Exception);
        }
    }
}
