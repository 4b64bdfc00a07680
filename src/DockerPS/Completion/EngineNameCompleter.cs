using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Completion;

/// <summary>Completes what names an engine: the session's connections, which go before, and the docker command's contexts. No engine is asked.</summary>
public sealed class EngineNameCompleter : Completer
{
    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request) =>
        Fitting(request, ConnectionCompleter.Connections().Concat(ContextCompleter.Contexts()));
}
