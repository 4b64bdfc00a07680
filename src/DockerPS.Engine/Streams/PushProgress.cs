using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>Adds up what the engine says of each layer, so that a push shows as one bar.</summary>
internal sealed class PushProgress(IProgress<TransferProgress>? progress) : IProgressListener
{
    private readonly Dictionary<string, (long Current, long Total, bool Done)> _layers = new(StringComparer.Ordinal);

    /// <summary>The registry has named the digest of what it got; without that a stream's end is a cut.</summary>
    public bool Finished { get; private set; }

    public void Add(ProgressMessage message)
    {
        Finished |= message.Result is { ValueKind: JsonValueKind.Object } result && result.TryGetProperty("Digest", out _)
            || message.Status?.IndexOf(": digest: ", StringComparison.Ordinal) > 0;
        if (message.Id is not null && message.Status is not null && !message.Status.StartsWith("The push refers", StringComparison.Ordinal))
        {
            Hear(message.Id, message);
        }

        progress?.Report(new TransferProgress
        {
            Status = message.Status ?? "",
            Layers = _layers.Count,
            LayersDone = _layers.Values.Count(layer => layer.Done),
            Current = _layers.Values.Sum(layer => layer.Current),
            Total = _layers.Values.Sum(layer => layer.Total),
        });
    }

    private void Hear(string id, ProgressMessage message)
    {
        _ = _layers.TryGetValue(id, out var layer);
        _layers[id] = message.Status switch
        {
            "Pushing" => (message.Detail?.Current ?? layer.Current, message.Detail?.Total ?? layer.Total, false),
            "Pushed" or "Layer already exists" => (layer.Total, layer.Total, true),
            { } status when status.StartsWith("Mounted from", StringComparison.Ordinal) => (layer.Total, layer.Total, true),
            _ => layer,
        };
    }
}
