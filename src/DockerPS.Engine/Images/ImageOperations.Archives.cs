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
    public async Task SaveAsync(IReadOnlyList<string> images, string? platform, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var path = new Query("/images/get");
        foreach (var image in images)
        {
            path.Add("names", image);
        }

        path.Add("platform", await PlatformAsync(platform, cancel).ConfigureAwait(false));

        using var source = await _client.OpenAsync(path.ToString(), Subject.Image(string.Join(", ", images)), cancel).ConfigureAwait(false);
        using var stop = cancel.Register(source.Dispose);
        ArchiveCopy.Run(source, target, progress, cancel);
    }

    public async Task<IReadOnlyList<string>> LoadAsync(Stream archive, long? length, string? platform, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var path = new Query("/images/load").Add("quiet", "0").Add("platform", await PlatformAsync(platform, cancel).ConfigureAwait(false));
        var (plain, plainLength) = await Compression.SuitAsync(archive, length, _client, cancel).ConfigureAwait(false);
        using var content = new ArchiveContent(plain, plainLength, progress);
        using var answer = await SendAsync(path.ToString(), content, cancel).ConfigureAwait(false);
        var loaded = new LoadProgress(progress, mayBeNone: platform is not null);
        await ProgressStream.ReadAsync(answer, loaded, Subject.Engine, DockerError.LoadFailed, _client.Endpoint, cancel).ConfigureAwait(false);
        return loaded.Images.Count > 0
            ? loaded.Images
            : throw new DockerException(DockerError.ImageNotFound, $"The archive has no image of the platform {platform}: nothing was loaded.")
            { Engine = _client.Endpoint.Name, Remedy = "Without -Platform all is loaded that the archive has." };
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

    // An engine that does not know the option would not say so, and give or take all that there is.
    private async Task<string?> PlatformAsync(string? platform, CancellationToken cancel)
    {
        if (platform is null)
        {
            return null;
        }

        var json = PlatformJson.Of(platform);
        await _client.RequireAsync(PlatformJson.ForArchives, "-Platform for an archive of images", cancel).ConfigureAwait(false);
        return json;
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
