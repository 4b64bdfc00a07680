using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>An engine to listen to, and what is wanted of it.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Query">Which events, as far as the engine can tell them apart.</param>
/// <param name="Containers">Whose events alone; empty for all.</param>
internal sealed record EventSource(IDockerEngine Engine, EventQuery Query, IReadOnlyList<ContainerReference> Containers)
{
    /// <summary>Whether an event is wanted. The engine takes a name for the beginning of one.</summary>
    public bool Wants(DockerEvent happened) => Containers.Count == 0
        || (happened.Type == DockerEventType.Container && Containers.Any(reference => IsMeant(reference, happened)));

    private static bool IsMeant(ContainerReference reference, DockerEvent happened) => reference switch
    {
        { IsId: true } => happened.ActorId == reference.Text,
        { IsPattern: true } => reference.Matches(happened.Name),
        { WholeNameOnly: true } => happened.Name == reference.Text,
        _ => happened.Name == reference.Text || happened.ActorId.StartsWith(reference.Text, StringComparison.Ordinal),
    };
}
