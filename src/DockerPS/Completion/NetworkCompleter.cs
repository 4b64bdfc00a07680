using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes networks; for a new container also those of other containers.</summary>
public sealed class NetworkCompleter : EngineCompleter
{
    private const string Other = "container:";

    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel)
    {
        if (request.Noun == "Container" && request.Word.Text.StartsWith(Other, StringComparison.OrdinalIgnoreCase))
        {
            var containers = await engine.Containers.ListAsync(new ContainerQuery(), cancel).ConfigureAwait(false);
            return containers.OrderBy(container => container.Name, StringComparer.OrdinalIgnoreCase)
                .Select(container => new Candidate(Other + container.Name, ContainerCompleter.Tip(container)));
        }

        var networks = await engine.Networks.ListAsync(new NetworkQuery(), cancel).ConfigureAwait(false);
        return networks
            .Where(network => request.Command != "Remove-ContainerNetwork" || !network.Predefined)
            .OrderBy(network => network.Name, StringComparer.OrdinalIgnoreCase)
            .Select(network => new Candidate(network.Name, Tip(network)));
    }

    private static string Tip(ContainerNetwork network) =>
        $"{network.Name}: {network.Driver}{(network.Pools.Length > 0 ? $", {string.Join(", ", network.Pools.Select(pool => pool.ToString()))}" : "")}, made {AgeText.Of(network.Created, DateTime.Now)}";
}
