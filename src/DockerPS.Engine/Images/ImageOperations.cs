using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Images;

/// <summary>What one engine does with images.</summary>
internal sealed class ImageOperations : IImageOperations
{
    private readonly EngineClient _client;

    public ImageOperations(EngineClient client) => _client = client;

    public async Task<IReadOnlyList<ContainerImage>> ListAsync(ImageQuery query, CancellationToken cancel)
    {
        var path = new Query("/images/json").Add("all", query.All).AddFilters(query.Filters);
        using var answer = await _client.SendAsync(HttpMethod.Get, path.ToString(), Subject.Engine, cancel).ConfigureAwait(false);
        var items = await Answers.ReadAsync(answer, EngineJson.Default.ListImageListItem, _client.Endpoint, cancel).ConfigureAwait(false);
        return items.SelectMany(item => ImageMapping.ToImages(item, _client.Endpoint.Name)).ToList();
    }

    public async Task PullAsync(ImageReference reference, string? platform, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        // The engine takes repository and tag apart; a digest goes where the tag would.
        var path = new Query("/images/create")
            .Add("fromImage", reference.RepositoryName)
            .Add("tag", reference.Digest ?? reference.Tag ?? "latest")
            .Add("platform", platform);
        var subject = Subject.Image(reference.ToString());
        using var answer = await SendAsync(path.ToString(), subject, cancel).ConfigureAwait(false);
        await ProgressStream.ReadAsync(answer, new PullProgress(progress), subject, DockerError.PullFailed, _client.Endpoint, cancel).ConfigureAwait(false);
    }

    // An engine that can't reach the registry, or finds nothing there, says so in the answer's status as well as inside.
    private async Task<HttpResponseMessage> SendAsync(string path, Subject subject, CancellationToken cancel)
    {
        try
        {
            return await _client.SendLastingAsync(HttpMethod.Post, path, subject, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.EngineError)
        {
            throw new DockerException(DockerError.PullFailed, failure.Message, failure) { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    }
}
