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
internal sealed partial class ImageOperations : IImageOperations
{
    private readonly EngineClient _client;

    public ImageOperations(EngineClient client) => _client = client;

    public Task<IReadOnlyList<ContainerImage>> ListAsync(ImageQuery query, CancellationToken cancel) => Listing.ReadAsync(() => ListOnceAsync(query, cancel));

    private async Task<IReadOnlyList<ContainerImage>> ListOnceAsync(ImageQuery query, CancellationToken cancel)
    {
        var path = new Query("/images/json").Add("all", query.All).AddFilters(query.Filters);
        var reading = UsesAsync(cancel);
        try
        {
            using var answer = await _client.SendAsync(HttpMethod.Get, path.ToString(), Subject.Engine, cancel).ConfigureAwait(false);
            var uses = await reading.ConfigureAwait(false);
            return await Answers.ReadAsync(answer, bytes => ImageListReader.Read(bytes, _client.Endpoint.Name, uses)!, _client.Endpoint, cancel).ConfigureAwait(false);
        }
        catch (DockerException)
        {
            // Its failure is the same, or lesser; but it must be over.
            await Task.WhenAny(reading).ConfigureAwait(false);
            throw;
        }
    }

    public Task<ContainerImageDetail> InspectAsync(string image, CancellationToken cancel) =>
        _client.GetAsync(Path(image, "/json"), bytes => ImageMapping.ReadDetail(bytes, _client.Endpoint.Name), Subject.Image(image), cancel);

    public async Task<IReadOnlyList<ContainerImageLayer>> HistoryAsync(string image, string name, CancellationToken cancel)
    {
        var items = await _client.GetAsync(Path(image, "/history"), EngineJson.Default.ListImageHistoryItem, Subject.Image(image), cancel).ConfigureAwait(false);
        return items.ConvertAll(item => ImageMapping.ToLayer(item, name, _client.Endpoint.Name));
    }

    public async Task<IReadOnlyList<ContainerImageRemoval>> RemoveAsync(string image, bool force, bool noPrune, CancellationToken cancel)
    {
        var path = new Query(Path(image, "")).Add("force", force).Add("noprune", noPrune);
        using var answer = await _client.SendAsync(HttpMethod.Delete, path.ToString(), Subject.Image(image), cancel).ConfigureAwait(false);
        var items = await Answers.ReadAsync(answer, EngineJson.Default.ListImageRemovalItem, _client.Endpoint, cancel).ConfigureAwait(false);
        // Podman tells of the image first.
        return items.OrderBy(item => item.Untagged is null).Select(item => ImageMapping.ToRemoval(item, image, _client.Endpoint.Name)).ToList();
    }

    public Task TagAsync(string image, ImageReference target, CancellationToken cancel) => _client.DoAsync(
        HttpMethod.Post,
        new Query(Path(image, "/tag")).Add("repo", target.RepositoryName).Add("tag", target.Tag ?? "latest").ToString(),
        Subject.Image(image),
        cancel);

    public async Task PullAsync(
        ImageReference reference, string? platform, IProgress<TransferProgress>? progress, CancellationToken cancel, RegistryLogin? login = null, bool allTags = false)
    {
        // The engine takes repository and tag apart; a digest goes where the tag would.
        var path = new Query("/images/create")
            .Add("fromImage", reference.RepositoryName)
            .Add("tag", allTags ? null : reference.Digest ?? reference.Tag ?? "latest")
            .Add("platform", platform);
        var subject = Subject.Image(reference.ToString());
        using var answer = await SendAsync(path.ToString(), subject, login, DockerError.PullFailed, cancel).ConfigureAwait(false);
        await ProgressStream.ReadAsync(answer, new PullProgress(progress), subject, DockerError.PullFailed, _client.Endpoint, cancel).ConfigureAwait(false);
    }

    public async Task PushAsync(ImageReference reference, RegistryLogin? login, bool allTags, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var path = new Query(Path(reference.RepositoryName, "/push")).Add("tag", allTags ? null : reference.Tag ?? "latest");
        var subject = Subject.Image(reference.ToString());

        // The engine wants to be told that there is nobody, too.
        using var answer = await SendAsync(path.ToString(), subject, login ?? new RegistryLogin(), DockerError.PushFailed, cancel).ConfigureAwait(false);
        await ProgressStream.ReadAsync(answer, new PushProgress(progress), subject, DockerError.PushFailed, _client.Endpoint, cancel).ConfigureAwait(false);
    }

    // An engine that can't reach the registry, or finds nothing there, says so in the answer's status as well as inside.
    private async Task<HttpResponseMessage> SendAsync(string path, Subject subject, RegistryLogin? login, DockerError otherwise, CancellationToken cancel)
    {
        try
        {
            return await _client.SendLastingAsync(HttpMethod.Post, path, subject, cancel, login: login).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.EngineError)
        {
            throw new DockerException(otherwise, failure.Message, failure) { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    }

    private async Task<IReadOnlyDictionary<string, string[]>> UsesAsync(CancellationToken cancel)
    {
        using var answer = await _client.SendAsync(HttpMethod.Get, "/containers/json?all=1", Subject.Engine, cancel).ConfigureAwait(false);
        return await Answers.ReadAsync(answer, ImageUses.Read, _client.Endpoint, cancel).ConfigureAwait(false);
    }

    // Slashes and colons of a name stand as they are: the engine routes by them.
    private static string Path(string image, string action) =>
        "/images/" + string.Join("/", image.Split('/').Select(Uri.EscapeDataString)).Replace("%3A", ":").Replace("%40", "@") + action;
}
