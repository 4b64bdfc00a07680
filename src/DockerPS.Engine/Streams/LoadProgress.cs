using System;
using System.Collections.Generic;
using DockerPS.Engine;
using DockerPS.Images;

namespace DockerPS.Streams;

/// <summary>Hears what an engine loads from an archive.</summary>
/// <param name="progress">Gets how far it is; null for nobody.</param>
/// <param name="mayBeNone">An engine that was asked for a platform which the archive lacks loads nothing, and says nothing.</param>
internal sealed class LoadProgress(IProgress<TransferProgress>? progress, bool mayBeNone) : IProgressListener
{
    private const string Named = "Loaded image: ";
    private const string Unnamed = "Loaded image ID: ";

    private readonly List<string> _images = [];

    /// <summary>An image is loaded. The last of several is not known for the last: an answer that is cut off after another fails as a stream.</summary>
    public bool Finished => mayBeNone || _images.Count > 0;

    /// <summary>The names of the images, and the ids of those without a name.</summary>
    public IReadOnlyList<string> Images => _images;

    public void Add(ProgressMessage message)
    {
        foreach (var line in (message.Stream ?? "").Split('\n'))
        {
            if (line.StartsWith(Named, StringComparison.Ordinal))
            {
                // Podman names several in one line.
                foreach (var name in line.Substring(Named.Length).Split(','))
                {
                    _images.Add(ImageNames.Familiar(name.Trim()));
                }
            }
            else if (line.StartsWith(Unnamed, StringComparison.Ordinal))
            {
                _images.Add(ImageNames.WholeId(line.Substring(Unnamed.Length).Trim()));
            }
        }

        if (message.Status is not null)
        {
            progress?.Report(new TransferProgress { Status = message.Status, Current = message.Detail?.Current ?? 0, Total = message.Detail?.Total ?? 0 });
        }
    }
}
