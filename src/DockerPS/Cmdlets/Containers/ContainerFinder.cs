using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Finds what a reference means: exact name first, then a unique id prefix, then a wildcard.</summary>
internal static class ContainerFinder
{
    /// <summary>Finds the containers on one engine. An unmatched wildcard is an empty list, an unmatched literal a failure.</summary>
    public static async Task<IReadOnlyList<ContainerTarget>> FindAsync(IDockerEngine engine, ContainerReference reference, CancellationToken cancel)
    {
        if (reference.IsId)
        {
            return [Known(engine, reference)];
        }

        if (reference.IsPattern)
        {
            var all = await engine.Containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false);
            return all.Where(container => IsMatch(container, reference)).Select(container => Target(engine, container)).ToList();
        }

        // The engine looks names up before id prefixes, as we want it; only a number from an array must not be taken for a prefix.
        var found = await engine.Containers.InspectAsync(reference.Text, size: false, cancel).ConfigureAwait(false);
        return reference.WholeNameOnly && found.Name != reference.Text
            ? throw NotAName(reference)
            : [new ContainerTarget(engine, found.ContainerId, found.Name, About(found.Image, found.StateText))];
    }

    /// <summary>What a reference means that came with the whole id: nothing has to be asked.</summary>
    public static ContainerTarget Known(IDockerEngine engine, ContainerReference reference) =>
        new(engine, reference.Text, reference.Name, reference.About);

    /// <summary>Whether one of a container's names fits the reference's wildcards.</summary>
    public static bool IsMatch(Container container, ContainerReference reference) => container.Names.Any(reference.Matches);

    /// <summary>A container that was read from a list, as a target.</summary>
    public static ContainerTarget Target(IDockerEngine engine, Container container) =>
        new(engine, container.ContainerId, container.Name, About(container.Image, container.StateText));

    /// <summary>The failure of what may only be a whole name, and is none.</summary>
    public static DockerException NotAName(ContainerReference reference) => new(
        DockerError.ContainerNotFound,
        $"No container is named {reference.Text}. It came as a number or in an object, so it was taken for a whole name: quote it if it is the beginning of an id.");

    private static string About(string image, string state) => string.Join(", ", new[] { image, state }.Where(part => part.Length > 0));
}
