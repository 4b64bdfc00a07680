using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes labels with those that things of the command's kind carry: keys, and keys with their values.</summary>
public sealed class LabelCompleter : EngineCompleter
{
    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel)
    {
        var (what, all) = await CarriersAsync(request.Noun, engine, cancel).ConfigureAwait(false);
        var labels = all.SelectMany(carried => carried).ToList();
        var keys = labels.GroupBy(label => label.Key, StringComparer.Ordinal).Select(group => new Candidate(group.Key, On(group.Count(), what)));
        var pairs = labels.Where(label => label.Value.Length > 0).GroupBy(label => label.Key + "=" + label.Value, StringComparer.Ordinal)
            .Select(group => new Candidate(group.Key, On(group.Count(), what)));
        return keys.Concat(pairs).OrderBy(candidate => candidate.Text, StringComparer.Ordinal);
    }

    private static async Task<(string What, IEnumerable<IReadOnlyDictionary<string, string>> Labels)> CarriersAsync(
        string noun, IDockerEngine engine, CancellationToken cancel) => noun switch
        {
            "ContainerImage" => ("image", (await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false)).Select(image => image.Labels)),
            "ContainerVolume" => ("volume", (await engine.Volumes.ListAsync(new VolumeQuery(), cancel).ConfigureAwait(false)).Select(volume => volume.Labels)),
            "ContainerNetwork" => ("network", (await engine.Networks.ListAsync(new NetworkQuery(), cancel).ConfigureAwait(false)).Select(network => network.Labels)),
            _ => ("container", (await engine.Containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false)).Select(container => container.Labels)),
        };

    private static string On(int count, string what) => count == 1 ? $"on 1 {what}" : $"on {count} {what}s";
}
