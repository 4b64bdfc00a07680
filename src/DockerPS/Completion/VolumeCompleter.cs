using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes volumes. Where a folder may stand too, PowerShell completes what looks like one.</summary>
public sealed class VolumeCompleter : EngineCompleter
{
    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request)
    {
        if (!TakesFolders(request))
        {
            return base.Find(request);
        }

        return request.Word.Text.IndexOfAny(['/', '\\', ':', '~', '.']) >= 0 || base.Find(request) is not { Count: > 0 } found ? null : found;
    }

    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel)
    {
        var end = TakesFolders(request) ? ":" : "";
        var volumes = await engine.Volumes.ListAsync(new VolumeQuery(), cancel).ConfigureAwait(false);
        return volumes.OrderBy(volume => volume.Name, StringComparer.OrdinalIgnoreCase).Select(volume => new Candidate(volume.Name + end, Tip(volume), volume.Name));
    }

    private static string Tip(ContainerVolume volume) =>
        $"{volume.Name}: driver {volume.Driver}" + (volume.Created is { } created ? $", made {AgeText.Of(created, DateTime.Now)}" : "");

    // The volume is a part of docker's notation there, and the place in the container follows.
    private static bool TakesFolders(CompletionRequest request) =>
        request.Verb is "New" or "Start" or "Invoke" or "Enter" or "Update" && request.Noun == "Container";
}
