using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DockerPS.Completion;

/// <summary>Completes a parameter's value. What goes wrong is silence: nobody asked for anything yet.</summary>
public abstract class Completer : IArgumentCompleter
{
    private protected Completer()
    {
    }

    /// <summary>Called by PowerShell when the user asks for the rest of a word.</summary>
    /// <param name="commandName">The command.</param>
    /// <param name="parameterName">The parameter.</param>
    /// <param name="wordToComplete">The word so far, with the quotes it was begun with.</param>
    /// <param name="commandAst">The command line.</param>
    /// <param name="fakeBoundParameters">What the other parameters would be bound to.</param>
    public IEnumerable<CompletionResult>? CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var request = new CompletionRequest(commandName, parameterName, new CompletionWord(wordToComplete), commandAst, fakeBoundParameters);
        var found = Find(request);
        return found?.Select(candidate => new CompletionResult(
            request.Word.Quote(candidate.Text), candidate.Label, CompletionResultType.ParameterValue, candidate.Tip)).ToList();
    }

    /// <summary>What the word may become; null to leave it to PowerShell, which then completes files of this machine.</summary>
    private protected abstract IReadOnlyList<Candidate>? Find(CompletionRequest request);

    /// <summary>Those that fit the word, each once.</summary>
    private protected static IReadOnlyList<Candidate> Fitting(CompletionRequest request, IEnumerable<Candidate> candidates)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return candidates.Where(candidate => request.Word.Fits(candidate.Text) && seen.Add(candidate.Text)).ToList();
    }
}
