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

    public async Task<IReadOnlyList<ContainerNetwork>> ListAsync(NetworkQuery query, CancellationToken cancel)
    {
        var filters = (query.Filters ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).ToDictionary(filter => filter.Key, filter => filter.Value, StringComparer.Ordinal);
        if (query.Unused)
        {
            filters["dangling"] = ["true"];
        }

        var path = new Query("/networks").AddFilters(filters).ToString();
        var items = await client.GetAsync(path, EngineJson.Default.ListNetworkItem, Subject.Engine, cancel).ConfigureAwait(false);
        var networks = items.ConvertAll(item => NetworkMapping.ToNetwork(item, client.Endpoint.Name));
        return query.Unused ? await WithoutUsersAsync(networks, cancel).ConfigureAwait(false) : networks;
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

        var version = (await client.GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion;
        var (id, warning) = await PostAsync(specification, version, cancel).ConfigureAwait(false);
        var made = await client.GetAsync(Path(id), EngineJson.Default.NetworkItem, Subject.Network(specification.Name), cancel).ConfigureAwait(false);
        return new CreatedNetwork(NetworkMapping.ToNetwork(made, client.Endpoint.Name), warning);
    }

    public Task RemoveAsync(string network, CancellationToken cancel) =>
        client.DoAsync(HttpMethod.Delete, Path(network), Subject.Network(network), cancel);

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

        await PostAsync(network, "connect", NetworkBody.Of(container, connection), cancel).ConfigureAwait(false);
    }

    public Task DisconnectAsync(string network, string container, bool force, CancellationToken cancel) =>
        PostAsync(network, "disconnect", new JsonObject { ["Container"] = container, ["Force"] = force }, cancel);

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
    private async Task<IReadOnlyList<ContainerNetwork>> WithoutUsersAsync(List<ContainerNetwork> networks, CancellationToken cancel)
    {
        var all = await containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false);
        var used = new HashSet<string>(all.SelectMany(container => container.Networks).SelectMany(place => new[] { place.Network, place.NetworkId ?? "" }), StringComparer.Ordinal);
        return networks.Where(network => !network.Predefined && !used.Contains(network.Name) && !used.Contains(network.NetworkId)).ToList();
    }
}
