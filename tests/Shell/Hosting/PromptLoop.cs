using System;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text;
using DockerPS.Shell.Input;

namespace DockerPS.Shell.Hosting;

/// <summary>Reads, runs, prints, until exit or the end of input.</summary>
internal sealed class PromptLoop
{
    private readonly ShellSession _session;
    private readonly LineEditor? _editor;
    private bool _ended;

    public PromptLoop(ShellSession session)
    {
        _session = session;
        _editor = session.Keyboard.IsTerminal ? new LineEditor(new Completer(session.Runspace)) : null;
    }

    public void End() => _ended = true;

    public void Run()
    {
        while (!_ended && !_session.ShouldExit && ReadStatement() is { } statement)
        {
            if (!string.IsNullOrWhiteSpace(statement))
            {
                _session.Execute(statement);
            }
        }
    }

    /// <summary>A statement of as many lines as it takes; null at the end of input.</summary>
    private string? ReadStatement()
    {
        var text = new StringBuilder();
        string prompt = _editor is null ? "" : Prompt();
        while (true)
        {
            bool cancelled = false;
            string? line = _editor is null ? Console.In.ReadLine() : _editor.Read(prompt, out cancelled);
            if (cancelled)
            {
                return "";
            }

            if (line is null)
            {
                return text.Length > 0 ? text.ToString() : null;
            }

            bool finishing = text.Length > 0 && line.Length == 0;
            text.Append(line);
            if (finishing || IsComplete(text.ToString()))
            {
                return text.ToString();
            }

            text.Append('\n');
            prompt = ">> ";
        }
    }

    private static bool IsComplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return !Array.Exists(errors, error => error.IncompleteInput);
    }

    /// <summary>The session's own prompt function: a user may have replaced it.</summary>
    private string Prompt()
    {
        try
        {
            bool nested = _session.Runspace.RunspaceAvailability != RunspaceAvailability.Available;
            using Pipeline pipeline = nested ? _session.Runspace.CreateNestedPipeline("prompt", addToHistory: false) : _session.Runspace.CreatePipeline("prompt");
            Collection<PSObject> shown = pipeline.Invoke();
            return shown.Count > 0 ? shown[0].BaseObject as string ?? "PS> " : "PS> ";
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }
}
