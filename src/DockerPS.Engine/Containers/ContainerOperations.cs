using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Containers;

/// <summary>What one engine does with containers.</summary>
internal sealed partial class ContainerOperations : IContainerOperations
{
    private static readonly Version SignalOnStop = new(1, 42);

    /// <summary>The seconds that Docker gives a container to end where nothing else was said.</summary>
    private const long UsualTimeout = 10;

    private readonly EngineClient _client;

    public ContainerOperations(EngineClient client) => _client = client;

    public async Task<IReadOnlyList<Container>> ListAsync(ContainerQuery query, CancellationToken cancel)
    {
        if ((await _client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            // Docker lists the newest first.
            var found = await ListAsync(query, PodmanFilters(query), cancel).ConfigureAwait(false);
            return [.. found.OrderByDescending(container => container.Created)];
        }

        return await ListAsync(query, query.Filters, cancel).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<Container>> ListAsync(ContainerQuery query, IReadOnlyDictionary<string, IReadOnlyList<string>>? filters, CancellationToken cancel)
    {
        var path = new Query("/containers/json").Add("all", query.All).Add("limit", query.Last).Add("size", query.Size).AddFilters(filters);
        return _client.GetAsync(path.ToString(), bytes => ContainerListReader.Read(bytes, _client.Endpoint.Name)!, Subject.Engine, cancel);
    }

    public Task<ContainerDetail> InspectAsync(string container, bool size, CancellationToken cancel)
    {
        var path = new Query(Path(container, "json")).Add("size", size);
        return _client.GetAsync(path.ToString(), bytes => InspectionMapping.Read(bytes, _client.Endpoint.Name), Subject.Container(container), cancel);
    }

    public Task<CreatedContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancel) =>
        new ContainerCreation(_client).CreateAsync(specification, cancel);

    public Task<RecalledContainer> RecallAsync(string container, CancellationToken cancel) => new ContainerRecall(_client, this).RecallAsync(container, cancel);

    public Task StartAsync(string container, CancellationToken cancel) => PostAsync(container, new Query(Path(container, "start")), cancel);

    public async Task StopAsync(string container, TimeSpan? timeout, string? signal, CancellationToken cancel) =>
        await PostAsync(container, await StopQueryAsync(container, "stop", timeout, signal, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);

    public Task KillAsync(string container, string? signal, CancellationToken cancel) =>
        PostAsync(container, new Query(Path(container, "kill")).Add("signal", signal), cancel);

    public Task PauseAsync(string container, CancellationToken cancel) => PostAsync(container, new Query(Path(container, "pause")), cancel);

    public Task UnpauseAsync(string container, CancellationToken cancel) => PostAsync(container, new Query(Path(container, "unpause")), cancel);

    public Task RenameAsync(string container, string newName, CancellationToken cancel) =>
        PostAsync(container, new Query(Path(container, "rename")).Add("name", newName), cancel);

    public async Task<IReadOnlyList<ContainerChange>> ChangesAsync(string container, string name, CancellationToken cancel)
    {
        // An engine without changes to tell of answers null.
        var items = await _client.GetAsync(
            Path(container, "changes"), bytes => JsonSerializer.Deserialize(bytes.Span, EngineJson.Default.ListChangeItem) ?? [], Subject.Container(container), cancel)
            .ConfigureAwait(false);
        return items.ConvertAll(item => item.ToChange(name, _client.Endpoint.Name));
    }

    public async Task RestartAsync(string container, TimeSpan? timeout, string? signal, CancellationToken cancel) =>
        await PostAsync(container, await StopQueryAsync(container, "restart", timeout, signal, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);

    public Task RemoveAsync(string container, bool force, bool volumes, CancellationToken cancel) => _client.DoAsync(
        HttpMethod.Delete,
        new Query("/containers/" + Uri.EscapeDataString(container)).Add("force", force).Add("v", volumes).ToString(),
        Subject.Container(container),
        cancel);

    public Task<ContainerDetail> WatchAsync(string container, Func<ContainerDetail, bool> satisfied, CancellationToken cancel) =>
        new ContainerWatch(_client, this).UntilAsync(container, satisfied, cancel);

    public async Task<ILogReader> OpenLogAsync(string container, LogQuery query, CancellationToken cancel)
    {
        // The inspection tells the name, whether there is a terminal, and, at the end, whether the log was cut off.
        var detail = await InspectAsync(container, size: false, cancel).ConfigureAwait(false);
        var path = new Query(Path(detail.ContainerId, "logs"))
            .Add("stdout", query.StandardOutput)
            .Add("stderr", query.StandardError)
            .Add("timestamps", query.Timestamps)
            .Add("follow", query.Follow)
            .Add("tail", query.Tail)
            .Add("since", query.Since)
            .Add("until", query.Until);
        var stream = await _client.OpenAsync(path.ToString(), Subject.Container(container), cancel).ConfigureAwait(false);
        return new LogReader(stream, detail.Name, framed: !detail.Tty, query.Timestamps, stop => new LogEnd(this, detail, query).ConfirmAsync(stop));
    }

    // Podman keeps 0 for what was made without a time, and would kill it at once: it gets what Docker gives.
    private async Task<long?> OwnTimeoutAsync(string container, CancellationToken cancel)
    {
        if (!(await _client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            return null;
        }

        var detail = await InspectAsync(container, size: false, cancel).ConfigureAwait(false);
        using var json = JsonDocument.Parse(detail.Json);
        return new JsonFields(json.RootElement)["Config"].NumberSet("StopTimeout") is null ? UsualTimeout : null;
    }

    // Podman counts paused ones not among those that run, and finds images by their whole names.
    private static Dictionary<string, IReadOnlyList<string>> PodmanFilters(ContainerQuery query)
    {
        var filters = query.Filters?.ToDictionary(filter => filter.Key, filter => filter.Value, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
        if (!query.All && query.Last is null && !filters.ContainsKey("status"))
        {
            filters["status"] = ["running", "paused"];
        }

        if (filters.TryGetValue("ancestor", out var images))
        {
            filters["ancestor"] = [.. images, .. images.Select(image => ImageReference.TryParse(image, out var parsed) ? parsed.FullName : image)];
        }

        return filters;
    }

    private static string Path(string container, string action) => "/containers/" + Uri.EscapeDataString(container) + "/" + action;

    private Task PostAsync(string container, Query path, CancellationToken cancel) =>
        _client.DoAsync(HttpMethod.Post, path.ToString(), Subject.Container(container), cancel);

    private async Task<Query> StopQueryAsync(string container, string action, TimeSpan? timeout, string? signal, CancellationToken cancel)
    {
        if (signal is not null)
        {
            await _client.RequireAsync(SignalOnStop, "-Signal for a stop or restart", cancel).ConfigureAwait(false);
        }

        // The engine counts whole seconds; less than one would mean "at once".
        return new Query(Path(container, action))
            .Add("t", timeout is { } time ? (long)Math.Ceiling(time.TotalSeconds) : await OwnTimeoutAsync(container, cancel).ConfigureAwait(false))
            .Add("signal", signal);
    }
}
