using System;
using System.Collections;
using System.Linq;
using System.Management.Automation.Language;

namespace DockerPS.Completion;

/// <summary>What is to be completed, and where it stands.</summary>
internal sealed class CompletionRequest
{
    private readonly CommandAst? _line;
    private readonly IDictionary _bound;

    public CompletionRequest(string command, string parameter, CompletionWord word, CommandAst? line, IDictionary? bound)
    {
        Command = command;
        Parameter = parameter;
        Word = word;
        _line = line;
        _bound = bound ?? new Hashtable();
    }

    /// <summary>The command's name, such as <c>Stop-Container</c>.</summary>
    public string Command { get; }

    /// <summary>The parameter's name.</summary>
    public string Parameter { get; }

    /// <summary>The word under the cursor.</summary>
    public CompletionWord Word { get; private init; } = new("");

    /// <summary>The command's verb.</summary>
    public string Verb => Command.Split('-')[0];

    /// <summary>The command's noun.</summary>
    public string Noun => Command.Substring(Math.Min(Command.Length, Verb.Length + 1));

    /// <summary>What another parameter of the line is bound to; null where it stands not there, or its value is not known before the line runs.</summary>
    public object? Bound(string parameter) => _bound.Contains(parameter) ? _bound[parameter] : null;

    /// <summary>Whether a parameter was given whose value only running the line would tell.</summary>
    public bool IsOpen(string parameter) => Bound(parameter) is null && _line is not null
        && _line.CommandElements.OfType<CommandParameterAst>().Any(given => given.ParameterName.Equals(parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same place, as if only this had been typed of the word.</summary>
    public CompletionRequest With(string word) => new(Command, Parameter, Word.With(word), _line, _bound);
}
