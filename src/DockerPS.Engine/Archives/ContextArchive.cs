using System;
using System.Collections.Generic;
using System.IO;

namespace DockerPS.Archives;

/// <summary>Writes a build's context as an archive, straight into the connection: files are read as they are sent.</summary>
internal sealed class ContextArchive(Stream target, Action<long> sent)
{
    private readonly TarWriter _writer = new(target);
    private readonly byte[] _buffer = new byte[256 * 1024];
    private long _sent;

    /// <summary>Adds what is on this machine. All belongs to root, as with docker.</summary>
    public void Add(ContextFile file)
    {
        switch (file.Kind)
        {
            case TarEntryKind.File:
                AddFile(file);
                break;
            case TarEntryKind.Folder:
                _writer.Begin(Entry(file) with { Name = file.Path + "/" });
                break;
            case TarEntryKind.SymbolicLink:
                _writer.Begin(Entry(file) with { LinkName = FileKinds.LinkTarget(file.Info), Mode = 0b111_111_111 });
                break;
            case TarEntryKind.Fifo:
                _writer.Begin(Entry(file));
                break;
            default:
                throw new DockerException(DockerError.InvalidArgument, $"{file.Info.FullName} is a device; a line in .dockerignore leaves it out.");
        }
    }

    /// <summary>Adds a text as a file. Its time is always the same, so that the cache knows it again.</summary>
    public void Add(string path, byte[] content)
    {
        _writer.Begin(new TarEntry { Name = path, Kind = TarEntryKind.File, Size = content.Length, Mode = 0b110_000_000 });
        _writer.Content(content, 0, content.Length);
    }

    public void Finish() => _writer.Finish();

    private static TarEntry Entry(ContextFile file) => new()
    {
        Name = file.Path,
        Kind = file.Kind,
        Mode = FileKinds.Permissions(file.Info),
        Modified = (long)Math.Floor((file.Info.LastWriteTimeUtc - s_epoch).TotalSeconds),
    };

    private static readonly DateTime s_epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private void AddFile(ContextFile file)
    {
        using var content = Open(file);
        var left = content.Length;
        _writer.Begin(Entry(file) with { Size = left });
        while (left > 0)
        {
            var read = content.Read(_buffer, 0, (int)Math.Min(_buffer.Length, left));
            if (read == 0)
            {
                throw new DockerException(DockerError.InvalidArgument, $"{file.Info.FullName} became shorter while it was sent.");
            }

            _writer.Content(_buffer, 0, read);
            left -= read;
            _sent += read;
            sent(_sent);
        }
    }

    private static FileStream Open(ContextFile file)
    {
        try
        {
            return new FileStream(file.Info.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.InvalidArgument, $"{file.Info.FullName} can't be read, and is not ignored: {failure.Message}", failure);
        }
    }
}
