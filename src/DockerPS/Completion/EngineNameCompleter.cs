using System.Collections.Generic;
using System.Linq;
using DockerPS.Cmdlets;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes the names of engines: the session's connections and the docker command's contexts. Contacts nothing.</summary>
public sealed class EngineNameCompleter : Completer
{
    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request)
    {
        var connected = SessionEngines.Current.Connected.Select(endpoint => new Candidate(endpoint.Name, $"{endpoint.Name}: {endpoint.Address.OriginalString}, connected"));
        var contexts = EngineLoader.Connector.Contexts.List(new List<DockerException>())
            .Select(context => new Candidate(context.Name, $"{context.Name}: {context.Address?.OriginalString}{(context.Description.Length > 0 ? ", " + context.Description : "")}"));
        return Fitting(request, connected.Concat(contexts));
    }
}
