using System.Collections.Generic;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes the docker command's contexts. No engine is asked.</summary>
public sealed class ContextCompleter : Completer
{
    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request) => Fitting(request, Contexts());

    internal static IEnumerable<Candidate> Contexts()
    {
        try
        {
            // What can't be read is left out; the command itself will say so.
            return EngineLoader.Connector.Contexts.List(new List<DockerException>()).Select(context => new Candidate(context.Name, Tip(context))).ToList();
        }
        catch (DockerException)
        {
            return [];
        }
    }

    private static string Tip(DockerContext context) =>
        string.Join(", ", new[] { context.Name, context.Description, context.Address?.OriginalString, context.IsCurrent ? "the current one" : null }.Where(part => !string.IsNullOrEmpty(part)));
}
