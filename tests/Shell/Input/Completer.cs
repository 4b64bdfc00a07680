using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DockerPS.Shell.Input;

/// <summary>Tab: the engine's completion, one candidate after the other.</summary>
internal sealed class Completer(Runspace runspace)
{
    private CommandCompletion? _found;
    private string _text = "";

    /// <summary>Any other key ends a round of candidates.</summary>
    public void Forget() => _found = null;

    public void Next(LineBuffer line, bool forward)
    {
        if (_found is null)
        {
            _text = line.Text;
            _found = Complete(_text, line.Cursor);
        }

        if (_found?.GetNextResult(forward) is { } candidate)
        {
            string before = _text[.._found.ReplacementIndex];
            string after = _text[(_found.ReplacementIndex + _found.ReplacementLength)..];
            line.Set(before + candidate.CompletionText + after, before.Length + candidate.CompletionText.Length);
        }
    }

    private CommandCompletion? Complete(string text, int cursor)
    {
        bool nested = runspace.RunspaceAvailability != RunspaceAvailability.Available;
        using var shell = nested ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(runspace);
        try
        {
            return CommandCompletion.CompleteInput(text, cursor, options: null, shell);
        }
        catch (Exception failure) when (failure is RuntimeException or PSInvalidOperationException)
        {
            return null;
        }
    }
}
