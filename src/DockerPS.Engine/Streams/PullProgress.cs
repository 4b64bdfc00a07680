using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>Adds up what the engine says of each layer, so that a pull shows as one bar.</summary>
internal sealed class PullProgress(IProgress<TransferProgress>? progress) : IProgressListener
{
    private readonly Dictionary<string, Layer> _layers = new(StringComparer.Ordinal);

    /// <summary>The engine said that the pull is done; without that a stream's end is a cut.</summary>
    public bool Finished { get; private set; }

    public void Add(ProgressMessage message)
    {
        // "Digest: sha256:.." and "Status: Downloaded newer image for .." close a pull.
        if (message.Id is null || message.Status is null)
        {
            Finished |= message.Status is null
                ? message.Id is not null
                : message.Status.StartsWith("Status:", StringComparison.Ordinal) || message.Status.StartsWith("Digest:", StringComparison.Ordinal);
        }
        else if (!message.Status.StartsWith("Pulling from", StringComparison.Ordinal))
        {
            // Podman closes a pull so, with the id of the image: that is no layer, or one that was complete before.
            Finished |= message.Status == Layer.Complete && (!_layers.TryGetValue(message.Id, out var told) || told.Loaded);
            var layer = _layers.TryGetValue(message.Id, out var known) ? known : _layers[message.Id] = new Layer();
            layer.Hear(message);
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

    /// <summary>A layer's way: downloaded, then extracted. Only the download is counted, for it is what takes the time.</summary>
    private sealed class Layer
    {
        public const string Complete = "Download complete";

        public long Current { get; private set; }

        public long Total { get; private set; }

        public bool Loaded { get; private set; }

        public bool Done { get; private set; }

        public void Hear(ProgressMessage message)
        {
            switch (message.Status)
            {
                case "Downloading":
                    Total = message.Detail?.Total ?? Total;
                    Current = message.Detail?.Current ?? Current;
                    break;
                case Complete or "Verifying Checksum":
                    Current = Total;
                    Loaded |= message.Status == Complete;
                    break;
                case "Pull complete" or "Already exists":
                    Current = Total;
                    Done = true;
                    break;
            }
        }
    }
}
