using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Completion;

/// <summary>Completes words of docker's that are always the same.</summary>
public abstract class WordCompleter : Completer
{
    private protected WordCompleter()
    {
    }

    /// <summary>The words, each with what it means.</summary>
    private protected abstract IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request);

    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request) =>
        Fitting(request, Words(request).Select(word => new Candidate(word.Word, word.Meaning)));
}
