using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Archives;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Images;

/// <summary>Images as archives.</summary>
internal sealed partial class ImageOperations
{
    public async Task SaveAsync(IReadOnlyList<string> images, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var path = new Query("/images/get");
        foreach (var image in images)
        {
            path.Add("names", image);
        }

        using var source = await _client.OpenAsync(path.ToString(), Subject.Image(string.Join(", ", images)), cancel).ConfigureAwait(false);
        using var stop = cancel.Register(source.Dispose);
        ArchiveCopy.Run(source, target, progress, cancel);
    }

    public async Task<IReadOnlyList<string>> LoadAsync(Stream archive, long? length, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var (plain, plainLength) = await Compression.SuitAsync(archive, length, _client, cancel).ConfigureAwait(false);
        using var content = new ArchiveContent(plain, plainLength, progress);
        using var answer = await SendAsync("/images/load?quiet=0", content, cancel).ConfigureAwait(false);
        var loaded = new LoadProgress(progress);
        await ProgressStream.ReadAsync(answer, loaded, Subject.Engine, DockerError.LoadFailed, _client.Endpoint, cancel).ConfigureAwait(false);
        return loaded.Images;
    }

    public async Task<string> ImportAsync(RootFileSystemImport import, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var path = new Query("/images/create")
            .Add("fromSrc", import.Address ?? "-")
            // The tag within the name: Podman reads no "tag" here.
            .Add("repo", import.Image?.ToString())
            .Add("message", import.Message)
            .Add("platform", import.Platform);
        foreach (var change in import.Changes)
        {
            path.Add("changes", change);
        }

        var (archive, length) = import.Archive is null ? (Stream.Null, 0) : await Compression.SuitAsync(import.Archive, import.Length, _client, cancel).ConfigureAwait(false);
        using var content = new ArchiveContent(archive, length, progress);
        using var answer = await SendAsync(path.ToString(), content, cancel).ConfigureAwait(false);
        var made = new ImportProgress(progress);
        await ProgressStream.ReadAsync(answer, made, Subject.Engine, DockerError.LoadFailed, _client.Endpoint, cancel).ConfigureAwait(false);
        return made.ImageId!;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, HttpContent content, CancellationToken cancel)
    {
        try
        {
            return await _client.SendLastingAsync(HttpMethod.Post, path, Subject.Engine, cancel, content).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.EngineError)
        {
            throw new DockerException(DockerError.LoadFailed, failure.Message, failure) { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    }
}
