using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using System.Threading;

namespace DockerPS.Tests.Cmdlets;

/// <summary>Remembers what is written and asked. A question that no answer was prepared for fails the command that asks.</summary>
internal sealed class RecordingUI(int width) : PSHostUserInterface
{
    private readonly Lock _sync = new();
    private readonly RecordingRawUI _raw = new(width);
    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly List<RecordedPrompt> _prompts = [];
    private readonly Queue<string> _answers = new();

    public override PSHostRawUserInterface RawUI => _raw;

    public override bool SupportsVirtualTerminal => HasColors;

    /// <summary>Whether the terminal shows colours; without them nothing of escape sequences is kept.</summary>
    public bool HasColors { get; set; }

    public int Width
    {
        get => _raw.BufferSize.Width;
        set => _raw.BufferSize = new Size(value, _raw.BufferSize.Height);
    }

    public void Answer(IEnumerable<string> answers)
    {
        lock (_sync)
        {
            foreach (var answer in answers)
            {
                _answers.Enqueue(answer);
            }
        }
    }

    /// <summary>What was written and asked since the last time.</summary>
    public (IReadOnlyList<string> Lines, IReadOnlyList<RecordedPrompt> Prompts) Take()
    {
        lock (_sync)
        {
            if (_line.Length > 0)
            {
                EndLine();
            }

            var taken = ((IReadOnlyList<string>)[.. _lines], (IReadOnlyList<RecordedPrompt>)[.. _prompts]);
            _lines.Clear();
            _prompts.Clear();
            return taken;
        }
    }

    public override void Write(string value)
    {
        lock (_sync)
        {
            // To take the escape sequences out is the host's affair.
            var parts = GetOutputString(value ?? "", SupportsVirtualTerminal).ReplaceLineEndings("\n").Split('\n');
            foreach (var part in parts[..^1])
            {
                _line.Append(part);
                EndLine();
            }

            _line.Append(parts[^1]);
        }
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    // Recorded by the streams of the invocation.
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        var labels = choices.Select(choice => choice.Label.Replace("&", "", StringComparison.Ordinal)).ToList();
        var answer = Record(new RecordedPrompt(caption, message, labels, defaultChoice));
        var index = labels.FindIndex(label => string.Equals(label, answer, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw new HostException($"'{answer}' is none of {string.Join(", ", labels)}.");
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in descriptions)
        {
            answers[field.Name] = PSObject.AsPSObject(Record(new RecordedPrompt(caption, message, [field.Name], -1)));
        }

        return answers;
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new HostException($"The test did not expect to be asked for a credential: {message}");

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    public override string ReadLine() => Record(new RecordedPrompt("", "ReadLine", [], -1));

    public override SecureString ReadLineAsSecureString()
    {
        var text = new SecureString();
        foreach (var letter in Record(new RecordedPrompt("", "ReadLineAsSecureString", [], -1)))
        {
            text.AppendChar(letter);
        }

        return text;
    }

    private string Record(RecordedPrompt prompt)
    {
        lock (_sync)
        {
            _prompts.Add(prompt);
            return _answers.TryDequeue(out var answer)
                ? answer
                : throw new HostException($"The test did not expect to be asked: {prompt.Caption} {prompt.Message}");
        }
    }

    private void EndLine()
    {
        _lines.Add(_line.ToString());
        _line.Clear();
    }
}
