using System;
using DockerPS.Engine;
using DockerPS.Images;

namespace DockerPS.Streams;

/// <summary>Hears what an engine makes of a root file system.</summary>
internal sealed class ImportProgress(IProgress<TransferProgress>? progress) : IProgressListener
{
    /// <summary>The engine said the image's id; without that a stream's end is a cut.</summary>
    public bool Finished => ImageId is not null;

    /// <summary>The image's id.</summary>
    public string? ImageId { get; private set; }

    public void Add(ProgressMessage message)
    {
        // Docker says the id as a status, Podman as an id without one.
        var said = message.Status ?? message.Id ?? "";
        if (said.StartsWith("sha256:", StringComparison.Ordinal) || message.Status is null && said.Length == 64)
        {
            ImageId = ImageNames.WholeId(said);
        }
        else
        {
            progress?.Report(new TransferProgress { Status = said, Current = message.Detail?.Current ?? 0, Total = message.Detail?.Total ?? 0 });
        }
    }
}
