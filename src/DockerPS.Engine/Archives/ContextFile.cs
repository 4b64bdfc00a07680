using System.IO;

namespace DockerPS.Archives;

/// <summary>Something in a build's context.</summary>
/// <param name="Path">Its path in the context, with slashes.</param>
/// <param name="Info">The thing on this machine.</param>
/// <param name="Kind">File, folder, link or fifo.</param>
internal readonly record struct ContextFile(string Path, FileSystemInfo Info, TarEntryKind Kind);
