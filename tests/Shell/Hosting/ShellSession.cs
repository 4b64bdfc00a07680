using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using DockerPS.Shell.Commands;
using DockerPS.Shell.Input;
using DockerPS.Shell.Output;

namespace DockerPS.Shell.Hosting;

/// <summary>One runspace with the console as its host: runs the script, the command or the prompt that was asked for.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly ShellOptions _options;
    private readonly ShellUserInterface _ui;
    private readonly Runspace _runspace;
    private readonly Interruption _interruption;
    private PromptLoop? _nested;
    private int _depth;
    private int? _exitCode;

    public ShellSession(ShellOptions options)
    {
        _options = options;
        _interruption = new Interruption(exitsWhenStuck: !options.IsPrompt);
        var keyboard = new Keyboard(options.NonInteractive, _interruption.Stop);
        _ui = new ShellUserInterface(keyboard, Terminal.Detect());
        _runspace = RunspaceFactory.CreateRunspace(new ShellHost(this, _ui), SessionState());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        Keyboard = keyboard;
    }

    public Runspace Runspace => _runspace;

    public ShellUserInterface UI => _ui;

    public Keyboard Keyboard { get; }

    public bool ShouldExit => _exitCode is not null;

    public int Run()
    {
        using IDisposable listening = _interruption.Listen();
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
        if (_options.WorkingDirectory is not null)
        {
            _runspace.SessionStateProxy.Path.SetLocation(_options.WorkingDirectory);
        }

        int exitCode = _options.File is not null ? RunFile() : _options.Command is not null ? RunCommand() : ExitCode.Success;
        if (_options.IsPrompt || (_options.NoExit && !ShouldExit))
        {
            new PromptLoop(this).Run();
        }

        return _exitCode ?? exitCode;
    }

    /// <summary>Runs a pipeline with its results on the console; false when it failed or was stopped.</summary>
    public bool Execute(Pipeline pipeline)
    {
        foreach (Command command in pipeline.Commands)
        {
            command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        }

        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true)
        {
            MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
        });
        using (_interruption.Watch(pipeline))
        {
            try
            {
                pipeline.Invoke();
                return pipeline.PipelineStateInfo.State != PipelineState.Stopped;
            }
            catch (PipelineStoppedException)
            {
                return false;
            }
            catch (Exception failure) when (failure is RuntimeException or InvalidPipelineStateException or PSInvalidOperationException)
            {
                _ui.HideProgress();
                Report(failure, nested: pipeline.IsNested);
                return false;
            }
            finally
            {
                _ui.EndProgress();
            }
        }
    }

    public bool Execute(string text) =>
        Execute(_depth > 0 ? _runspace.CreateNestedPipeline(text, addToHistory: true) : _runspace.CreatePipeline(text, addToHistory: true));

    public void RequestExit(int exitCode) => _exitCode = exitCode;

    /// <summary>A prompt inside a running pipeline: the answer "Suspend" to a question.</summary>
    public void EnterNestedPrompt()
    {
        if (!Keyboard.IsTerminal)
        {
            throw new HostException("A nested prompt wants a terminal.");
        }

        PromptLoop? outer = _nested;
        _nested = new PromptLoop(this);
        try
        {
            _depth++;
            _nested.Run();
        }
        finally
        {
            _depth--;
            _nested = outer;
        }
    }

    public void ExitNestedPrompt() => _nested?.End();

    public void Dispose()
    {
        _runspace.Dispose();
        _interruption.Dispose();
    }

    private static InitialSessionState SessionState()
    {
        InitialSessionState session = InitialSessionState.CreateDefault2();
        ShellCommands.AddTo(session);
        if (OperatingSystem.IsWindows())
        {
            session.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        return session;
    }

    private int RunFile()
    {
        // Without this an exit in the script would end the script only, and its code be lost.
        SessionInternals.LetExitThrough(_runspace);
        Pipeline pipeline = _runspace.CreatePipeline();
        var script = new Command(_options.File!, isScript: false, useLocalScope: false);
        _options.Arguments.ForEach(script.Parameters.Add);
        pipeline.Commands.Add(script);
        return Execute(pipeline) ? ExitCode.Success : Failed();
    }

    private int RunCommand()
    {
        Pipeline pipeline = _runspace.CreatePipeline(_options.Command!, addToHistory: true);
        while (_options.ReadsInput && Console.In.ReadLine() is { } line)
        {
            pipeline.Input.Write(line);
        }

        bool ran = Execute(pipeline);
        return ran && LastSucceeded() ? ExitCode.Success : Failed();
    }

    private int Failed() => _interruption.WasInterrupted ? ExitCode.Interrupted : ExitCode.Failure;

    private bool LastSucceeded()
    {
        using Pipeline question = _runspace.CreatePipeline("$global:?", addToHistory: false);
        return question.Invoke() is [var answer] && LanguagePrimitives.IsTrue(answer);
    }

    /// <summary>Shows what ended a pipeline as the engine shows errors, in the view that $ErrorView asks for.</summary>
    private void Report(Exception failure, bool nested)
    {
        ErrorRecord record = failure is IContainsErrorRecord container
            ? container.ErrorRecord
            : new ErrorRecord(failure, "ShellSession", ErrorCategory.NotSpecified, targetObject: null);
        using Pipeline pipeline = nested ? _runspace.CreateNestedPipeline() : _runspace.CreatePipeline();
        pipeline.Input.Write(SessionInternals.AsError(record));
        pipeline.Commands.Add("Out-Default");
        try
        {
            pipeline.Invoke();
        }
        catch (Exception second) when (second is RuntimeException or InvalidPipelineStateException or PSInvalidOperationException)
        {
            _ui.WriteErrorLine(record.ToString());
        }
    }
}
