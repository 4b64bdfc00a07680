using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Threading;
using DockerPS.Shell.Input;

namespace DockerPS.Shell.Output;

/// <summary>Text, colours, progress and questions on the console. Errors go to the error stream, everything else to the output.</summary>
internal sealed class ShellUserInterface : PSHostUserInterface, IHostUISupportsMultipleChoiceSelection
{
    private readonly Lock _gate = new();
    private readonly Keyboard _keyboard;
    private readonly Terminal _terminal;
    private readonly ProgressPane _progress;
    private readonly Questions _questions;

    public ShellUserInterface(Keyboard keyboard, Terminal terminal)
    {
        _keyboard = keyboard;
        _terminal = terminal;
        _progress = new ProgressPane(terminal);
        _questions = new Questions(this);
        RawUI = new ShellRawUserInterface(keyboard);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => _terminal.HasColors;

    public override string ReadLine() => Ask(_keyboard.ReadLine);

    public override SecureString ReadLineAsSecureString() => Ask(_keyboard.ReadSecureLine);

    public override void Write(string value) => Put(Console.Out, value, "");

    public override void WriteLine(string value) => Put(Console.Out, value, Environment.NewLine);

    public override void WriteLine() => Put(Console.Out, "", Environment.NewLine);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Put(Console.Out, Colored(foregroundColor, backgroundColor, value), "");

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Put(Console.Out, Colored(foregroundColor, backgroundColor, value), Environment.NewLine);

    public override void WriteErrorLine(string value) => Put(Console.Error, Styled(PSStyle.Instance.Formatting.Error, value), Environment.NewLine);

    public override void WriteWarningLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Warning, "WARNING: " + message));

    public override void WriteVerboseLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message));

    public override void WriteDebugLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message));

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
        {
            _progress.Update(sourceId, record);
        }
    }

    /// <summary>Takes the bars off the screen until the next update.</summary>
    public void HideProgress()
    {
        lock (_gate)
        {
            _progress.Hide();
        }
    }

    /// <summary>Nothing stays of bars that a stopped command left behind.</summary>
    public void EndProgress()
    {
        lock (_gate)
        {
            _progress.Clear();
        }
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _questions.Fields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _questions.Choice(caption, message, choices, defaultChoice);

    public Collection<int> PromptForChoice(string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices) =>
        _questions.Choices(caption, message, choices, defaultChoices ?? []);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _questions.Credential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        _questions.Credential(caption, message, userName);

    private T Ask<T>(Func<T> read)
    {
        HideProgress();
        return read();
    }

    private string Styled(string style, string value) => _terminal.HasColors ? style + value + PSStyle.Instance.Reset : value;

    private string Colored(ConsoleColor foreground, ConsoleColor background, string value)
    {
        if (!_terminal.HasColors || value.Length == 0)
        {
            return value;
        }

        string front = PSStyle.MapForegroundColorToEscapeSequence(foreground);
        string back = background == RawUI.BackgroundColor ? "" : PSStyle.MapBackgroundColorToEscapeSequence(background);
        return front + back + value + PSStyle.Instance.Reset;
    }

    private void Put(TextWriter writer, string? value, string end)
    {
        string text = value ?? "";
        if (!_terminal.HasColors && text.Contains('\x1b', StringComparison.Ordinal))
        {
            text = new StringDecorated(text).ToString(OutputRendering.PlainText);
        }

        lock (_gate)
        {
            _progress.Hide();
            writer.Write(text + end);
            _progress.ShowAgain(lineEnded: end.Length > 0 || text.EndsWith('\n'));
        }
    }
}
