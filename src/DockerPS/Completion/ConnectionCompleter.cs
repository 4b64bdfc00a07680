using System.Collections.Generic;
using System.Linq;
using DockerPS.Cmdlets;

namespace DockerPS.Completion;

/// <summary>Completes the session's own connections, those of Connect-DockerEngine. No engine is asked.</summary>
public sealed class ConnectionCompleter : Completer
{
    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request) => Fitting(request, Connections());

    internal static IEnumerable<Candidate> Connections()
    {
        var session = SessionEngines.Current;
        return session.Connected.Select(endpoint => new Candidate(
            endpoint.Name, $"{endpoint.Name}, {endpoint.Address.OriginalString}, connected{(endpoint == session.Default ? ", the session's default" : "")}"));
    }
}
