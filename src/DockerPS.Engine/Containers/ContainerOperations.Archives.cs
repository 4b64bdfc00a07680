using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Archives;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>Containers as archives.</summary>
internal sealed partial class ContainerOperations
{
    public async Task ExportAsync(string container, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        using var source = await _client.OpenAsync(Path(container, "export"), Subject.Container(container), cancel).ConfigureAwait(false);
        using var stop = cancel.Register(source.Dispose);
        ArchiveCopy.Run(source, target, progress, cancel);
    }
}
