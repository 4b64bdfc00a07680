using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Finds what a reference means: exact name first, then a unique id prefix, then a wildcard.</summary>
internal static class NetworkFinder
{
    /// <summary>Finds the networks on one engine. An unmatched wildcard is an empty list, an unmatched literal a failure.</summary>
    public static async Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel)
    {
        if (reference.IsId)
        {
            return [new Target(engine, reference.Text, reference.Name, reference.About)];
        }

        if (reference.IsPattern)
        {
            var all = await engine.Networks.ListAsync(new NetworkQuery(), cancel).ConfigureAwait(false);
            return all.Where(network => reference.Matches(network.Name))
                .Select(network => new Target(engine, network.NetworkId, network.Name, network.Driver))
                .ToList();
        }

        var found = await InspectAsync(engine, reference, cancel).ConfigureAwait(false);
        return [new Target(engine, found.NetworkId, found.Name, found.Driver)];
    }

    /// <summary>The network that a literal means. The engine looks names up before id prefixes, as we want it.</summary>
    public static async Task<ContainerNetworkDetail> InspectAsync(IDockerEngine engine, Reference reference, CancellationToken cancel)
    {
        var found = await engine.Networks.InspectAsync(reference.Text, cancel).ConfigureAwait(false);
        return reference.WholeNameOnly && found.Name != reference.Text
            ? throw new DockerException(
                DockerError.NetworkNotFound,
                $"No network is named {reference.Text}. It came as a number or in an object, so it was taken for a whole name: quote it if it is the beginning of an id.")
            : found;
    }
}
