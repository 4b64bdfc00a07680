using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes whose namespace a container joins: words, and <c>container:</c> with those that run.</summary>
public sealed class NamespaceCompleter : EngineCompleter
{
    private const string Other = "container:";

    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request)
    {
        var words = Words(request);
        return request.Word.Text.StartsWith(Other, StringComparison.OrdinalIgnoreCase) ? base.Find(request) : Fitting(request, words);
    }

    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel)
    {
        var containers = await engine.Containers.ListAsync(new ContainerQuery(), cancel).ConfigureAwait(false);
        return containers.OrderBy(container => container.Name, StringComparer.OrdinalIgnoreCase)
            .Select(container => new Candidate(Other + container.Name, ContainerCompleter.Tip(container)));
    }

    private static IEnumerable<Candidate> Words(CompletionRequest request)
    {
        if (request.Parameter.Equals("Ipc", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Candidate("private", "Its own shared memory");
            yield return new Candidate("shareable", "Its own, which others may join");
            yield return new Candidate("none", "No shared memory");
        }

        yield return new Candidate("host", "That of the engine's machine");
        yield return new Candidate(Other, "That of another container");
    }
}
