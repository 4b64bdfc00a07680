using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Containers;
using DockerPS.Engine;

namespace DockerPS.Networks;

/// <summary>What one engine does with networks.</summary>
internal sealed class NetworkOperations(EngineClient client, ContainerOperations containers) : INetworkOperations
{
    private static readonly Version AddressPerNetwork = new(1, 44);
    private static readonly Version Ipv4Switch = new(1, 48);

    public Task<IReadOnlyList<ContainerNetwork>> ListAsync(NetworkQuery query, CancellationToken cancel) => Listing.ReadAsync(() => ListOnceAsync(query, cancel));

    private async Task<IReadOnlyList<ContainerNetwork>> ListOnceAsync(NetworkQuery query, CancellationToken cancel)
    {
        var filters = (query.Filters ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).ToDictionary(filter => filter.Key, filter => filter.Value, StringComparer.Ordinal);
        if (query.Unused)
        {
            filters["dangling"] = ["true"];
        }

        // Podman does not know the first two filters, and counts stopped containers for the third.
        var scopes = Taken(filters, "scope");
        var types = Taken(filters, "type");
        var dangling = (await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman ? Taken(filters, "dangling") : null;
        var path = new Query("/networks").AddFilters(filters).ToString();
        var items = await client.GetAsync(path, EngineJson.Default.ListNetworkItem, Subject.Engine, cancel).ConfigureAwait(false);
        var networks = items.ConvertAll(item => NetworkMapping.ToNetwork(item, client.Endpoint.Name))
            .FindAll(network => scopes?.Contains(network.Scope, StringComparer.Ordinal) != false && types?.Contains(network.Predefined ? "builtin" : "custom", StringComparer.Ordinal) != false);
        return query.Unused ? await WithoutUsersAsync(networks, all: true, cancel).ConfigureAwait(false)
            : dangling?[0] == "true" ? await WithoutUsersAsync(networks, all: false, cancel).ConfigureAwait(false)
            : networks;
    }

    public async Task<ContainerNetworkDetail> InspectAsync(string network, CancellationToken cancel)
    {
        return await client.GetAsync(Path(network), bytes => NetworkMapping.Read(bytes, client.Endpoint.Name), Subject.Network(network), cancel).ConfigureAwait(false);
    }

    public async Task<CreatedNetwork> CreateAsync(NetworkSpecification specification, CancellationToken cancel)
    {
        if (specification.IPv4 is not null)
        {
            await client.RequireAsync(Ipv4Switch, "-Ipv4", cancel).ConfigureAwait(false);
        }

        var greeting = await client.GreetingAsync(cancel).ConfigureAwait(false);
        if (greeting.IsPodman && specification.Pools.Any(pool => pool.AuxiliaryAddresses.Count > 0))
        {
            // It would leave them out without a word.
            throw new DockerException(DockerError.NotSupportedByEngine, "Podman keeps no addresses of a network free: -AuxAddress.") { Engine = client.Endpoint.Name };
        }

        var (id, warning) = await PostAsync(specification, greeting.UsedApiVersion, cancel).ConfigureAwait(false);
        var made = await client.GetAsync(Path(id), EngineJson.Default.NetworkItem, Subject.Network(specification.Name), cancel).ConfigureAwait(false);
        return new CreatedNetwork(NetworkMapping.ToNetwork(made, client.Endpoint.Name), warning);
    }

    public async Task RemoveAsync(string network, CancellationToken cancel)
    {
        if ((await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            // By its id one would go that containers are in.
            network = (await InspectAsync(network, cancel).ConfigureAwait(false)).Name;
        }

        await client.DoAsync(HttpMethod.Delete, Path(network), Subject.Network(network), cancel).ConfigureAwait(false);
    }

    public async Task ConnectAsync(string network, string container, NetworkConnection connection, CancellationToken cancel)
    {
        if (connection.MacAddress is not null)
        {
            await client.RequireAsync(AddressPerNetwork, "-MacAddress", cancel).ConfigureAwait(false);
        }

        if (connection.GatewayPriority is not null)
        {
            await client.RequireAsync(Ipv4Switch, "-GatewayPriority", cancel).ConfigureAwait(false);
        }

        if (connection.Links is not null && (await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            // It would leave them out without a word.
            throw new DockerException(DockerError.NotSupportedByEngine, "Podman knows no -Link: containers find each other by their names and aliases.") { Engine = client.Endpoint.Name };
        }

        await PostAsync(network, "connect", NetworkBody.Of(container, connection), cancel).ConfigureAwait(false);
    }

    public Task DisconnectAsync(string network, string container, bool force, CancellationToken cancel) =>
        PostAsync(network, "disconnect", new JsonObject { ["Container"] = container, ["Force"] = force }, cancel);

    private static IReadOnlyList<string>? Taken(Dictionary<string, IReadOnlyList<string>> filters, string name)
    {
        _ = filters.TryGetValue(name, out var values);
        filters.Remove(name);
        return values;
    }

    private static string Path(string network) => "/networks/" + Uri.EscapeDataString(network);

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private async Task PostAsync(string network, string action, JsonObject body, CancellationToken cancel)
    {
        using var content = Json(body);
        using var answer = await client.SendAsync(HttpMethod.Post, Path(network) + "/" + action, Subject.Network(network), cancel, content).ConfigureAwait(false);
    }

    private async Task<(string Id, string? Warning)> PostAsync(NetworkSpecification specification, Version version, CancellationToken cancel)
    {
        using var content = Json(NetworkBody.Of(specification, version));
        using var answer = await client.SendAsync(HttpMethod.Post, "/networks/create", Subject.Network(specification.Name), cancel, content).ConfigureAwait(false);
        return await Answers.ReadAsync(answer, Read, client.Endpoint, cancel).ConfigureAwait(false);

        static (string, string?) Read(ReadOnlyMemory<byte> bytes)
        {
            using var json = JsonDocument.Parse(bytes);
            var warning = json.RootElement.TryGetProperty("Warning", out var said) ? said.GetString() : null;
            return (json.RootElement.GetProperty("Id").GetString()!, string.IsNullOrEmpty(warning) ? null : warning);
        }
    }

    // The engine counts only containers that run: without its network a stopped one can't be started any more.
    private async Task<IReadOnlyList<ContainerNetwork>> WithoutUsersAsync(List<ContainerNetwork> networks, bool all, CancellationToken cancel)
    {
        var users = await containers.ListAsync(new ContainerQuery { All = all }, cancel).ConfigureAwait(false);
        var used = new HashSet<string>(users.SelectMany(container => container.Networks).SelectMany(place => new[] { place.Network, place.NetworkId ?? "" }), StringComparer.Ordinal);
        return networks.Where(network => !network.Predefined && !used.Contains(network.Name) && !used.Contains(network.NetworkId)).ToList();
    }
}
